import type { DraftChart } from '@eduduty/core/reports'
import { type ReactNode, useCallback } from 'react'
import { PaperChart } from '../../platform/chart/paper-chart.tsx'
import { Figure } from '../../platform/trace/figure.tsx'
import { useTraceActions } from '../../platform/trace/trace-context.tsx'
import { draftMessages as says } from './messages.ts'

type Chart = DraftChart['chart']

/** A chart as it will be printed, and the numbers that it draws; each leads to where it comes from. */
export function DrawnChart({ chart }: { chart: Chart }): ReactNode {
  const { open } = useTraceActions()
  const pick = useCallback(
    (series: number, category: number) => {
      const figure = chart.series[series]?.sources?.[category]
      if (figure !== undefined && figure !== null) open(figure)
    },
    [chart, open],
  )
  return (
    <>
      <PaperChart label={chart.title} chart={chart} onPick={pick} />
      <details className="report-numbers">
        <summary>{says.numbersOfChart}</summary>
        <ChartNumbers chart={chart} />
      </details>
    </>
  )
}

function ChartNumbers({ chart: { categories, series, unit } }: { chart: Chart }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th>{unit}</th>
          {categories.map((category) => (
            <th key={category}>{category}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.map(({ title, values, sources }) => (
          <tr key={title}>
            <th>{title}</th>
            {categories.map((category, at) => (
              <td key={category} className="report-right">
                <ChartNumber shown={values[at]} source={sources?.[at]} title={`${title} ${category}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Absent = null | undefined

function ChartNumber(props: { shown: string | Absent; source: string | Absent; title: string }): ReactNode {
  const { shown, source, title } = props
  if (typeof shown !== 'string') return says.noNumber
  return typeof source === 'string' ? <Figure id={source} shown={shown} title={title} /> : shown
}
