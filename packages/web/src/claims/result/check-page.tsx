import { chinaMinute } from '@eduduty/core/calendar'
import type { CheckDetail } from '@eduduty/core/claims'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { checkQuery } from '../claim-queries.ts'
import { GradeMark } from '../grade-mark.tsx'
import { claimMessages as says } from '../messages.ts'
import { ChangeTable } from './change-table.tsx'
import { CheckButtons } from './check-buttons.tsx'
import { TextAndFindings } from './text-and-findings.tsx'
import '../claims.css'

const route = getRouteApi('/shell/plain/claims/$county/$check')

/** One report that was checked: its text with what was found in it, and how it differs from an older one. */
export function CheckPage(): ReactNode {
  const key = route.useParams()
  const { data, error, refetch } = useQuery(checkQuery(key))
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return <Checked check={data} />
}

function Checked({ check }: { check: CheckDetail }): ReactNode {
  const { view = 'text' } = route.useSearch()
  const isCompared = check.changes !== undefined
  return (
    <>
      <PlainHead title={check.title} purpose={factsOf(check)} action={<CheckButtons check={check} />} />
      <Bar check={check} />
      {view === 'changes' && isCompared ? <ChangeTable check={check} /> : <TextAndFindings check={check} />}
    </>
  )
}

const factsOf = ({ by, at, keep_until: until, run }: CheckDetail): string =>
  [...(run === undefined ? [] : [says.against(run.title)]), says.facts(by, chinaMinute(at), until)].join('　')

function Bar({ check }: { check: CheckDetail }): ReactNode {
  const { view = 'text' } = route.useSearch()
  const navigate = route.useNavigate()
  const { against } = check.result
  const options = useMemo(
    () => [
      { value: 'text' as const, label: says.views.text },
      { value: 'changes' as const, label: says.views.changes },
    ],
    [],
  )
  return (
    <div className="claim-bar">
      <Link to="/claims" className="screen-only">
        {says.back}
      </Link>
      {check.report !== undefined && (
        <Link
          to="/reports/$county/$report"
          params={{ county: check.county, report: check.report }}
          className="screen-only"
        >
          {says.fromReport}
        </Link>
      )}
      <Count grade="wrong" count={check.wrong} />
      <Count grade="doubtful" count={check.doubtful} />
      <Count grade="uncheckable" count={check.uncheckable} />
      <span className="muted">{says.counts(check.numbers, check.confirmed)}</span>
      {against !== undefined && against.matched > 0 && (
        <span className="muted">{says.matched(against.matched, against.equal)}</span>
      )}
      {against?.matched === 0 && <strong>{says.noneMatched}</strong>}
      {check.changes !== undefined && (
        <span className="filters-end screen-only">
          <Segmented
            size="small"
            value={view}
            options={options}
            onChange={(value) => navigate({ search: (before) => ({ ...before, view: value }), replace: true })}
          />
        </span>
      )}
    </div>
  )
}

const Count = ({ grade, count }: { grade: 'wrong' | 'doubtful' | 'uncheckable'; count: number }): ReactNode => (
  <span>
    <GradeMark grade={grade} /> <span className="number">{count}</span>
  </span>
)
