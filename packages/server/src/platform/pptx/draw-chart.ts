import type { ChartModel, ChartSeries } from '@eduduty/core/documents'
import type { ChartData, ChartOptions, Deck, DrawnSlide } from './library.ts'
import { area, look } from './look.ts'

/** Told apart in grey print and by colour-blind readers. */
const COLOURS = ['1F4E79', 'C55A11', '7F7F7F', '548235', 'BF9000', '5B9BD5']

/** A native chart, with its data in a workbook that the editor opens. */
export function drawChart(pptx: Deck, drawn: DrawnSlide, chart: ChartModel): void {
  const place = { x: area.x, y: area.y, w: area.w, h: area.h }
  const options = { ...place, ...optionsOf(chart) }
  const bars = chart.series.filter(({ line }) => !line)
  const lines = chart.series.filter(({ line }) => line)
  if (chart.kind === 'pie') {
    drawn.addChart(pptx.ChartType.pie, dataOf(chart, bars.slice(0, 1)), {
      ...options,
      showPercent: false,
      showValue: true,
    })
  } else if (chart.kind === 'line' || bars.length === 0)
    drawn.addChart(pptx.ChartType.line, dataOf(chart, chart.series), options)
  else if (lines.length === 0) drawn.addChart(pptx.ChartType.bar, dataOf(chart, bars), options)
  else
    drawn.addChart(
      [
        {
          type: pptx.ChartType.bar,
          data: dataOf(chart, bars),
          options: { chartColors: COLOURS.slice(0, bars.length), barGapWidthPct: 60 },
        },
        {
          type: pptx.ChartType.line,
          data: dataOf(chart, lines),
          options: { chartColors: [look.red], lineSize: 2, lineDataSymbol: 'none' },
        },
      ],
      // Of a chart of two kinds the library takes the options in the place of the data; `fill` is no option of arrays.
      Object.assign([], options, { fill: undefined }),
    )
}

function optionsOf(chart: ChartModel): ChartOptions {
  const decimals = Math.min(2, Math.max(0, ...chart.series.map((series) => series.decimals)))
  const few = chart.categories.length * chart.series.length <= 16
  return {
    // More colours than series would paint each bar of one series differently.
    chartColors: chart.kind === 'pie' ? COLOURS : COLOURS.slice(0, chart.series.length),
    showLegend: chart.series.length > 1 || chart.kind === 'pie',
    legendPos: 'b',
    legendFontSize: 16,
    legendFontFace: look.bodyFont,
    catAxisLabelFontSize: 16,
    catAxisLabelFontFace: look.bodyFont,
    valAxisLabelFontSize: 14,
    valAxisMinVal: 0,
    ...(chart.unit === '%' && { valAxisMaxVal: 100 }),
    ...(chart.unit !== undefined && {
      showValAxisTitle: true,
      valAxisTitle: chart.unit,
      valAxisTitleFontSize: 14,
      valAxisTitleFontFace: look.bodyFont,
    }),
    valGridLine: { color: 'D9D9D9', size: 0.5 },
    showValue: few,
    dataLabelFontSize: 14,
    dataLabelFormatCode: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
    barGapWidthPct: 60,
  }
}

/** What is missing stays missing: no number is written for it. */
const dataOf = (chart: ChartModel, series: readonly ChartSeries[]): ChartData[] =>
  series.map(({ title, values }) => ({
    name: title,
    labels: [...chart.categories],
    values: chart.categories.map((_, index) => Number(values[index] ?? Number.NaN)),
  }))
