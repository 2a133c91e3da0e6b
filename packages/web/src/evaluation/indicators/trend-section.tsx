import type { Figure, NodeView, TrendAnswer } from '@eduduty/core/evaluation'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { LineChart } from '../../platform/chart/line-chart.tsx'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { indicatorMessages } from './messages.ts'
import { trendQuery } from './queries.ts'
import { linesOf, type Series } from './trend-lines.ts'

const says = indicatorMessages.page

/** Values over the years with the line to reach, and which years can be compared with this one. */
export function TrendSection({ node, figures }: { node: NodeView; figures: readonly Figure[] }): ReactNode {
  const { id, index } = useCurrentRun()
  const series = useQueries({
    queries: figures.map((figure) => trendQuery(id, figure.id)),
    combine: (answers) =>
      answers.flatMap(({ data }, at): Series[] => {
        const subject = index.subjects.get(figures[at]?.subject ?? '')
        return data === undefined ? [] : [{ name: subject === undefined ? '' : subjectLabel(subject), points: data }]
      }),
  })
  const hasPast = series.some(({ points }) => points.length > 1)
  const [only] = series
  return (
    <section>
      <h2>{only !== undefined && series.length === 1 ? says.trendOf(only.name) : says.trend}</h2>
      {hasPast ? <Trend node={node} series={series} /> : series.length > 0 && <p className="muted">{says.trendNone}</p>}
    </section>
  )
}

function Trend({ node, series }: { node: NodeView; series: readonly Series[] }): ReactNode {
  const years = useMemo(
    () => [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].toSorted((a, b) => a - b),
    [series],
  )
  const lines = useMemo(() => linesOf(node, series, years), [node, series, years])
  const labels = useMemo(() => years.map(String), [years])
  const isNumber = lines.some(({ values }) => values.some((value) => value !== undefined))
  return (
    <>
      {isNumber && <LineChart label={says.trend} axis={unitOf(node) ?? ''} labels={labels} lines={lines} />}
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{says.year}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="align-right">
                {name}
              </th>
            ))}
            <th scope="col">{says.comparable}</th>
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map((year) => (
            <tr key={year}>
              <td className="number">{year}</td>
              {series.map(({ name, points }) => (
                <td key={name} className="align-right">
                  <Point node={node} point={points.find((one) => one.year === year)} />
                </td>
              ))}
              <td>
                <Comparable series={series} year={year} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** This year's figure opens its chain; another run's leads to that run; what was only read beside this run has none. */
function Point({ node, point }: { node: NodeView; point: TrendAnswer[number] | undefined }): ReactNode {
  const { index } = useCurrentRun()
  if (point === undefined) return null
  const { figure, run, year } = point
  const light = figure.state !== undefined && figure.state !== 'met' && <Light state={figure.state} word="" />
  if (run !== undefined) {
    return (
      <>
        {light}
        <Link
          to="/evaluation/indicators/$node"
          params={{ node: node.id }}
          search={{ run, trace: [figure.id] }}
          className="number"
        >
          {shownOf(figure)}
        </Link>
      </>
    )
  }
  if (year === index.assessment.run.year)
    return <FigureOf figure={figure} node={node} title={`${year} ${node.title}`} />
  return (
    <>
      {light}
      <span className="number">{shownOf(figure)}</span>
    </>
  )
}

/** Of each series whether that year can be compared with this one; said once where all agree. */
function Comparable({ series, year }: { series: readonly Series[]; year: number }): ReactNode {
  const { run } = useCurrentRun().index.assessment
  if (year === run.year) return <span className="muted">{says.thisYear}</span>
  const told = series.flatMap(({ name, points }) => {
    const point = points.find((one) => one.year === year)
    return point === undefined ? [] : [{ name, text: comparableText(point.comparability) }]
  })
  const [first] = told
  if (first === undefined) return null
  if (told.every(({ text }) => text === first.text)) return first.text
  return told.map(({ name, text }) => `${name}${text}`).join('；')
}

function comparableText({ light, value, reasons }: TrendAnswer[number]['comparability']): string {
  const word = light ? says.yes : value ? says.onlyValue : says.no
  return reasons.length === 0 ? word : `${word}（${reasons.map(({ text }) => text).join('，')}）`
}
