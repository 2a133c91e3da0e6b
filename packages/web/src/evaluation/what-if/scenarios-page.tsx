import { chinaMinute } from '@eduduty/core/calendar'
import { MOST_COMPARED, type Scenario } from '@eduduty/core/evaluation'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { entryOf } from './draft.ts'
import { whatIfMessages } from './messages.ts'
import { ScenarioComparison } from './scenario-comparison.tsx'
import { leaveDraft } from './use-draft.ts'
import './what-if.css'
import { scenariosQuery, whatIfPath } from './what-if-queries.ts'

const route = getRouteApi('/shell/run/evaluation/scenarios')
const says = whatIfMessages.list

/** Kept scenarios, and what the chosen ones come to side by side. */
export function ScenariosPage(): ReactNode {
  const { id: run } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const scenarios = useQuery(scenariosQuery(run))
  const chosen = (search.pick ?? []).filter((id) => scenarios.data?.some((one) => one.id === id) === true)
  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    void navigate({ search: (before) => ({ ...before, pick: next.length === 0 ? undefined : next }), replace: true })
  }
  return (
    <>
      <PageHead
        title={says.title}
        purpose={says.purpose}
        unit={whatIfMessages.unit}
        action={<Link to="/evaluation/what-if">{says.toWhatIf}</Link>}
      />
      {scenarios.error !== null ? (
        <ErrorState error={scenarios.error} retry={() => scenarios.refetch()} />
      ) : scenarios.data === undefined ? (
        <Loading />
      ) : scenarios.data.length === 0 ? (
        <EmptyState
          title={says.empty}
          advice={says.emptyAdvice}
          action={<Link to="/evaluation/what-if">{says.toWhatIf}</Link>}
        />
      ) : (
        <>
          <ScenarioTable scenarios={scenarios.data} chosen={chosen} onToggle={toggle} />
          <p className="muted">{says.choose(MOST_COMPARED)}</p>
          {chosen.length > 0 && <ScenarioComparison run={run} chosen={chosen} all={search.all === true} />}
        </>
      )}
    </>
  )
}

function ScenarioTable(props: {
  readonly scenarios: readonly Scenario[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}): ReactNode {
  const { chosen } = props
  return (
    <table className="plain scenario-list">
      <thead>
        <tr>
          <th />
          <th>{says.columns.title}</th>
          <th>{says.columns.note}</th>
          <th className="align-right">{says.columns.count}</th>
          <th>{says.columns.by}</th>
          <th>{says.columns.at}</th>
          <th>{says.columns.actions}</th>
        </tr>
      </thead>
      <tbody>
        {props.scenarios.map((scenario) => {
          const isChosen = chosen.includes(scenario.id)
          const isFull = !isChosen && chosen.length >= MOST_COMPARED
          return (
            <tr key={scenario.id}>
              <td title={isFull ? says.tooMany(MOST_COMPARED) : undefined}>
                <Checkbox
                  checked={isChosen}
                  disabled={isFull}
                  aria-label={scenario.title}
                  onChange={() => props.onToggle(scenario.id)}
                />
              </td>
              <td>{scenario.title}</td>
              <td>{scenario.note}</td>
              <td className="align-right number">{scenario.assumptions.length}</td>
              <td className="nowrap">{scenario.saved_by}</td>
              <td className="nowrap number">{chinaMinute(scenario.saved_at)}</td>
              <td className="nowrap">
                <ScenarioActions scenario={scenario} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function ScenarioActions({ scenario }: { scenario: Scenario }): ReactNode {
  const { id: run, index } = useCurrentRun()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const { id, title, note, is_own: isOwn } = scenario
  const load = (): void => {
    const entries = scenario.assumptions.map((assumption) => entryOf(index, assumption))
    leaveDraft(index.assessment.run, { entries, origin: { id, title, note, isOwn } })
    void navigate({ to: '/evaluation/what-if' })
  }
  const remove = async (): Promise<void> => {
    try {
      await sendJson('DELETE', `${whatIfPath(run)}/scenarios/${encodeURIComponent(id)}`)
      void message.success(says.deleted)
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 8)
    }
    await client.invalidateQueries({ queryKey: ['scenarios', run] })
  }
  return (
    <>
      <button type="button" className="link" onClick={load}>
        {says.load}
      </button>
      {isOwn && (
        <button
          type="button"
          className="link scenario-delete"
          onClick={() =>
            modal.confirm({
              title: says.deleteAsk(title),
              okText: says.deleteOk,
              okButtonProps: { danger: true },
              onOk: remove,
            })
          }
        >
          {says.delete}
        </button>
      )}
    </>
  )
}
