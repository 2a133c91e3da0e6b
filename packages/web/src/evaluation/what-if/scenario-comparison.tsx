import { chinaMinute } from '@eduduty/core/calendar'
import type { ScenarioComparison as Comparison, State } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { whatIfMessages } from './messages.ts'
import { comparisonQuery } from './what-if-queries.ts'

const route = getRouteApi('/shell/run/evaluation/scenarios')
const says = whatIfMessages.list

/** Scenarios side by side: the verdict, points and grades, and every item that one of them turns. */
export function ScenarioComparison(props: {
  readonly run: string
  readonly chosen: readonly string[]
  readonly all: boolean
}): ReactNode {
  const compared = useQuery(comparisonQuery(props.run, props.chosen))
  const navigate = route.useNavigate()
  if (compared.error !== null) return <ErrorState error={compared.error} retry={() => compared.refetch()} />
  if (compared.data === undefined) return <Loading label={whatIfMessages.working} />
  const { scenarios, stale, read_at: readAt } = compared.data
  const rows = itemRows(scenarios, props.all)
  return (
    <section aria-label={says.compared}>
      <h2>{says.compared}</h2>
      {stale && <p className="note">{whatIfMessages.stale(chinaMinute(readAt))}</p>}
      <Segmented
        value={props.all ? 'all' : 'changed'}
        options={[
          { value: 'changed', label: says.onlyChanged },
          { value: 'all', label: says.allItems },
        ]}
        onChange={(value) =>
          navigate({ search: (before) => ({ ...before, all: value === 'all' ? true : undefined }), replace: true })
        }
      />
      <div className="scenario-compared">
        <table className="plain">
          <thead>
            <tr>
              <th>{says.item}</th>
              <th>{says.current}</th>
              {scenarios.map((one) => (
                <th key={one.id}>
                  {one.title}
                  {one.refused > 0 && <span className="wrong"> {says.refused(one.refused)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <SummaryRows scenarios={scenarios} />
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.title}</td>
                {[row.before, ...row.after].map((state, at) => (
                  // The columns are the scenarios in their order.
                  <td key={at === 0 ? 'now' : scenarios[at - 1]?.id}>
                    <Light state={state} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="muted">{says.none}</p>}
    </section>
  )
}

function SummaryRows({ scenarios }: Pick<Comparison, 'scenarios'>): ReactNode {
  const [first] = scenarios
  if (first === undefined) return null
  const count = (title: string, of: (one: Comparison['scenarios'][number]) => number) => (
    <tr>
      <td>{title}</td>
      <td />
      {scenarios.map((one) => (
        <td key={one.id} className="number">
          {of(one)}
        </td>
      ))}
    </tr>
  )
  return (
    <>
      <tr>
        <td>{first.verdict.title}</td>
        <td>
          <Light state={first.verdict.before} />
        </td>
        {scenarios.map((one) => (
          <td key={one.id}>
            <Light state={one.verdict.after} />
          </td>
        ))}
      </tr>
      {first.ratings.slice(0, 30).map((rating) => (
        <tr key={`${rating.title} ${rating.subject}`}>
          <td>
            {rating.title} · {rating.subject}
          </td>
          <td className="number">
            {rating.before.shown} · {rating.grade_before}
          </td>
          {scenarios.map((one) => {
            const own = one.ratings.find(({ title, subject }) => title === rating.title && subject === rating.subject)
            return (
              <td key={one.id} className="number">
                {own === undefined ? '' : `${own.after.shown} · ${own.grade_after}`}
              </td>
            )
          })}
        </tr>
      ))}
      {count(says.turned, ({ counts }) => counts.turned)}
      {count(says.figures, ({ counts }) => counts.figures)}
    </>
  )
}

interface ItemRow {
  readonly key: string
  readonly title: string
  readonly before: State
  readonly after: readonly State[]
}

function itemRows(scenarios: Comparison['scenarios'], all: boolean): readonly ItemRow[] {
  const rows = (scenarios[0]?.items ?? []).map((item, at) => ({
    key: `${item.section} ${item.indicator}`,
    title: item.title,
    before: item.before,
    after: scenarios.map((one) => one.items[at]?.after ?? item.before),
  }))
  return all ? rows : rows.filter(({ before, after }) => after.some((state) => state !== before))
}
