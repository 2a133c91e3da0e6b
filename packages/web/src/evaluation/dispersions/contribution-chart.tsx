import { type ReactNode, useMemo } from 'react'
import { BarChart } from '../../platform/chart/bar-chart.tsx'
import { useTraceActions } from '../../platform/trace/trace-context.tsx'
import { evaluationMessages } from '../messages.ts'
import { type Contribution, percentOf } from './contribution-columns.tsx'

const MOST_BARS = 24
const says = evaluationMessages.dispersions

/** Bars of the schools that weigh most; a bar opens the school's figure. */
export function ContributionChart(props: { contributions: readonly Contribution[] }): ReactNode {
  const { open } = useTraceActions()
  const top = useMemo(
    () => [...props.contributions].sort((a, b) => Number(b.share) - Number(a.share)).slice(0, MOST_BARS),
    [props.contributions],
  )
  const bars = useMemo(
    () =>
      top.map((one) => ({
        key: one.figure,
        label: one.name,
        value: Number(percentOf(one.share)),
        series: one.above ? says.above : says.below,
      })),
    [top],
  )
  return (
    <>
      <h3>
        {says.chart} <span className="muted">{says.chartOf(top.length, props.contributions.length)}</span>
      </h3>
      <BarChart label={says.chart} axis={says.chartAxis} bars={bars} series={[says.above, says.below]} onPick={open} />
    </>
  )
}
