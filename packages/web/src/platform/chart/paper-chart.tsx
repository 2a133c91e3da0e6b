import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type ReactNode, useCallback } from 'react'
import { type PaperChartData, paperOption } from './paper-option.ts'
import { useChart } from './use-chart.ts'

use([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

interface PaperChartProps {
  readonly label: string
  readonly chart: PaperChartData
  /** A bar, point or slice was clicked: which series, which category. */
  readonly onPick?: (series: number, category: number) => void
}

/** A chart as the written report draws it: bars side by side, limits as dashed lines across them. */
export function PaperChart({ label, chart, onPick }: PaperChartProps): ReactNode {
  const draw = useCallback(
    (drawn: ECharts) => {
      drawn.setOption(paperOption(chart))
      drawn.on('click', ({ seriesIndex, dataIndex }) => {
        if (seriesIndex !== undefined) onPick?.(seriesIndex, dataIndex)
      })
    },
    [chart, onPick],
  )
  return <div className="chart" ref={useChart(draw)} role="img" aria-label={label} />
}
