import { fontFamily } from '../theme/theme.ts'

export interface PaperSeries {
  readonly title: string
  /** Decimal text by category; null where there is none. */
  readonly values: readonly (string | null)[]
  /** Drawn as a line across the bars. */
  readonly line: boolean
}

export interface PaperChartData {
  readonly kind: 'bar' | 'line' | 'pie'
  readonly unit?: string
  readonly categories: readonly string[]
  readonly series: readonly PaperSeries[]
}

/** Told apart by lightness, so that they hold on a grey print. */
const tones = ['#1456b8', '#9fb4cf', '#5b6577', '#17695a', '#c9d0db', '#7a5400'] as const
const ink = '#1d2433'
const grid = '#e8ebf0'
/** More bars than this run into each other's numbers. */
const NUMBERED = 16

/** What ECharts draws: the same figures in the same order as in the file. */
export function paperOption(chart: PaperChartData) {
  const plain = { animation: false, textStyle: { fontFamily, color: ink }, color: [...tones] }
  const legend = { bottom: 0, itemGap: 16, itemWidth: 18, itemHeight: 10 }
  if (chart.kind === 'pie')
    return { ...plain, legend, tooltip: { trigger: 'item', confine: true }, series: [pie(chart)] }
  return {
    ...plain,
    legend,
    grid: { left: 12, right: 16, top: 32, bottom: 36, containLabel: true },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: unknown) => shown(value, chart.unit) },
    xAxis: {
      type: 'category',
      data: [...chart.categories],
      axisTick: { show: false },
      axisLabel: { interval: 0, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      name: chart.unit ?? '',
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -12] },
      splitLine: { lineStyle: { color: grid } },
      ...(chart.unit === '%' && { max: 100 }),
    },
    series: chart.series.map((series) => axisSeries(chart, series)),
  }
}

const shown = (value: unknown, unit: string | undefined): string =>
  value === null || value === undefined ? '—' : `${String(value)}${unit === '%' ? '%' : ''}`

const numbersOf = ({ values }: PaperSeries): readonly (number | null)[] =>
  values.map((value) => (value === null ? null : Number(value)))

function axisSeries(chart: PaperChartData, series: PaperSeries) {
  const bars = chart.series.filter(({ line }) => !line).length * chart.categories.length
  if (chart.kind === 'line' || series.line)
    return {
      name: series.title,
      type: 'line',
      data: numbersOf(series),
      symbol: series.line ? 'none' : 'circle',
      symbolSize: 7,
      lineStyle: { width: 1.5, type: series.line ? 'dashed' : 'solid' },
    }
  return {
    name: series.title,
    type: 'bar',
    barMaxWidth: 32,
    cursor: 'pointer',
    data: numbersOf(series),
    label: {
      show: bars <= NUMBERED,
      position: 'top',
      fontSize: 10,
      color: ink,
      // As printed, with the zeros at its end.
      formatter: ({ dataIndex }: { dataIndex: number }) => series.values[dataIndex] ?? '',
    },
  }
}

function pie({ series: [first], categories }: PaperChartData) {
  const numbers = first === undefined ? [] : numbersOf(first)
  return {
    name: first?.title ?? '',
    type: 'pie',
    radius: '62%',
    center: ['50%', '46%'],
    label: { formatter: '{b} {c}' },
    data: categories.map((name, at) => ({ name, value: numbers[at] ?? 0 })),
  }
}
