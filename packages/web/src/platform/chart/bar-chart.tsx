import { BarChart as EchartsBar } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type ReactNode, useCallback } from 'react'
import { fontFamily } from '../theme/theme.ts'
import { useChart } from './use-chart.ts'

use([EchartsBar, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: number
  /** Name of the series that the bar belongs to. */
  readonly series: string
}

interface BarChartProps {
  readonly label: string
  /** Name of the value axis, with unit. */
  readonly axis: string
  readonly bars: readonly Bar[]
  /** Names in the order of the legend; told apart by tone and by hatching. */
  readonly series: readonly string[]
  readonly onPick?: (key: string) => void
}

/** Dark blue and pale slate differ in lightness, so they hold on a grey print and for every kind of colour vision. */
const tones = ['#1456b8', '#9fb4cf', '#5b6577'] as const
const text = '#1d2433'

/** Upright bars, one for each label. */
export function BarChart(props: BarChartProps): ReactNode {
  const draw = useCallback(
    (chart: ECharts) => {
      chart.setOption(optionOf(props))
      chart.on('click', (event) => {
        const bar = props.bars[event.dataIndex]
        if (bar !== undefined) props.onPick?.(bar.key)
      })
    },
    [props],
  )
  return <div className="chart" ref={useChart(draw)} role="img" aria-label={props.label} />
}

function optionOf({ bars, series, axis }: BarChartProps) {
  return {
    animation: false,
    textStyle: { fontFamily, color: text },
    color: [...tones],
    grid: { left: 44, right: 12, top: 36, bottom: 8, containLabel: true },
    legend: { data: [...series], right: 8, itemGap: 16, top: 0, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'item', confine: true, valueFormatter: (value: unknown) => `${String(value)}%` },
    xAxis: {
      type: 'category',
      data: bars.map((bar) => bar.label),
      axisLabel: { rotate: 40, interval: 0, fontSize: 11, width: 108, overflow: 'truncate' },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: axis,
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -36] },
      splitLine: { lineStyle: { color: '#e8ebf0' } },
    },
    series: series.map((name) => ({
      name,
      type: 'bar',
      stack: 'one',
      barMaxWidth: 26,
      data: bars.map((bar) => (bar.series === name ? bar.value : null)),
    })),
  }
}
