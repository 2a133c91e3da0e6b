import { chinaMinute } from '@eduduty/core/calendar'
import type { OwnRun } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { GivenRun } from '../../platform/run/current-run.tsx'
import { asAssessment, ownResultQuery, ownRunsQuery } from '../../platform/run/own-run.ts'
import { ownRun } from '../../platform/run/queries.ts'
import { indexRun } from '../../platform/run/run-index.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead, PlainHead } from '../../platform/shell/page-head.tsx'
import { TraceProvider } from '../../platform/trace/trace-provider.tsx'
import { ownMessages as says } from './messages.ts'
import { isJudging } from './own-lines.ts'
import { OwnResultView } from './own-result-view.tsx'

const route = getRouteApi('/shell/plain/evaluation/own')

/** What an evaluation says of one's own unit, for whoever does not see the whole of it. */
export function OwnPage(): ReactNode {
  const { of } = route.useSearch()
  const { data: runs, error, refetch } = useQuery(ownRunsQuery())
  const head = <PlainHead title={says.title} purpose={says.purpose} />
  if (error !== null)
    return (
      <>
        {head}
        <ErrorState error={error} retry={() => refetch()} />
      </>
    )
  if (runs === undefined) return <Loading />
  const chosen = runs.find(({ run }) => run === of) ?? runs.find(isJudging) ?? runs[0]
  if (chosen === undefined) {
    const action = <Link to="/collection/tasks">{says.toTasks}</Link>
    return (
      <>
        {head}
        <EmptyState title={says.none} advice={says.noneAdvice} action={action} />
      </>
    )
  }
  return <OfRun runs={runs} chosen={chosen} />
}

interface OfRunProps {
  readonly runs: readonly OwnRun[]
  readonly chosen: OwnRun
}

/** The chosen evaluation: figures open their chain in a drawer, as far as it stays within the unit. */
function OfRun({ runs, chosen }: OfRunProps): ReactNode {
  const { data, error, refetch } = useQuery(ownResultQuery(chosen.run))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const current = { id: ownRun(chosen.run), runs: [], index: indexRun(asAssessment(data)) }
  return (
    <GivenRun current={current}>
      <TraceProvider>
        <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
        <RunChoice runs={runs} chosen={chosen} />
        <OwnResultView result={data} chosen={chosen} />
      </TraceProvider>
    </GivenRun>
  )
}

function RunChoice({ runs, chosen }: OfRunProps): ReactNode {
  const navigate = route.useNavigate()
  return (
    <div className="filters">
      <Select
        size="small"
        className="own-runs"
        classNames={{ popup: { root: 'own-runs-list' } }}
        aria-label={says.run}
        value={chosen.run}
        popupMatchSelectWidth={false}
        options={runs.map(({ run, year, pack, status, created_at: at }) => ({
          value: run,
          label: says.runLabel(year, pack.title, status, chinaMinute(at)),
        }))}
        onChange={(of) => navigate({ search: { of } })}
      />
      {isJudging(chosen) && (
        <span className="filters-end muted">{says.tally(chosen.met, chosen.unmet, chosen.undecided)}</span>
      )}
    </div>
  )
}
