import { LineChart as EchartsLine } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type ReactNode, useCallback } from 'react'
import { fontFamily } from '../theme/theme.ts'
import { useChart } from './use-chart.ts'

use([EchartsLine, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Line {
  readonly name: string
  /** One for each label; undefined where it is not known. */
  readonly values: readonly (number | undefined)[]
  /** A line to reach, not one of what was reached. */
  readonly isStandard?: boolean
}

interface LineChartProps {
  readonly label: string
  /** Name of the value axis, with unit. */
  readonly axis: string
  readonly labels: readonly string[]
  readonly lines: readonly Line[]
  /** For a screen that is read from afar. */
  readonly fontSize?: number
}

/** Told apart by lightness and by the shape of their points, so that they hold on a grey print. */
const tones = ['#1456b8', '#5b6577', '#9fb4cf', '#17695a'] as const
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const
const standardTone = '#b3261e'
const text = '#1d2433'

/** Values over years, as lines. */
export function LineChart(props: LineChartProps): ReactNode {
  const box = useChart(useCallback((chart) => chart.setOption(optionOf(props)), [props]))
  return <div className="chart chart-line" ref={box} role="img" aria-label={props.label} />
}

function optionOf({ labels, lines, axis, fontSize = 12 }: LineChartProps) {
  return {
    animation: false,
    textStyle: { fontFamily, color: text, fontSize },
    grid: { left: 12, right: 20, top: fontSize * 3, bottom: 4, containLabel: true },
    legend: {
      data: lines.map(({ name }) => name),
      right: 8,
      itemGap: 16,
      top: 0,
      itemWidth: 22,
      itemHeight: 8,
      textStyle: { fontSize },
    },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'category', data: [...labels], axisTick: { show: false }, axisLabel: { fontSize } },
    yAxis: {
      type: 'value',
      name: axis,
      scale: true,
      axisLabel: { fontSize },
      splitNumber: 3,
      nameTextStyle: { fontSize, align: 'left', padding: [0, 0, 0, -12] },
      splitLine: { lineStyle: { color: '#e8ebf0' } },
    },
    series: lines.map((line, at) => seriesOf(line, at)),
  }
}

function seriesOf({ name, values, isStandard = false }: Line, at: number) {
  const color = isStandard ? standardTone : tones[at % tones.length]
  return {
    name,
    type: 'line',
    data: values.map((value) => value ?? null),
    connectNulls: false,
    color,
    symbol: isStandard ? 'none' : symbols[at % symbols.length],
    symbolSize: 8,
    lineStyle: { width: isStandard ? 1.5 : 2, type: isStandard ? 'dashed' : 'solid' },
    step: isStandard ? 'middle' : false,
  }
}
