import { chinaMinute, dayOf, daysBetween } from '@eduduty/core/calendar'
import type { CountyCheckResult, CountyCheckRun } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { PeriodKey } from '../periods/period-queries.ts'
import { checkFindingsQuery, checkKey, checkPath, checkQuery } from './check-queries.ts'
import { CheckResult } from './check-result.tsx'
import type { CheckTabProps } from './check-tab-props.ts'
import { checkMessages as says } from './messages.ts'

/** 全县核对: all that was handed in, laid side by side; started here, followed here, and each thing found leads to its cell. */
export function CheckTab(props: CheckTabProps): ReactNode {
  const { periodKey } = props
  const { data: run, error, refetch } = useQuery(checkQuery(periodKey))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (run === undefined) return <Loading />
  return (
    <>
      <Head periodKey={periodKey} run={run} />
      <Standing run={run} />
      {run.result !== undefined && <LastResult {...props} result={run.result} />}
    </>
  )
}

function Head({ periodKey, run }: { periodKey: PeriodKey; run: CountyCheckRun }): ReactNode {
  const start = useChange<CountyCheckRun>(checkKey(periodKey))
  const isFirst = run.state === 'none'
  const { result } = run
  const age = result === undefined ? 0 : daysBetween(dayOf(new Date(result.started_at)), dayOf(new Date()))
  return (
    <div className="check-head">
      <p>
        {result === undefined ? (
          <span className="muted">{says.purpose}</span>
        ) : (
          <>
            {says.last(chinaMinute(result.started_at), result.started_by, result.submissions)}
            <strong className="apart">{says.counts(result.hard, result.soft)}</strong>
            {age > 0 && <span className="short apart">{says.old(age)}</span>}
          </>
        )}
      </p>
      <span className="head-actions">
        {result !== undefined && result.hard + result.soft + result.notes > 0 && (
          <a className="ant-btn-link" href={`/api${checkPath(periodKey)}/file`} download>
            {says.download}
          </a>
        )}
        <Button
          type={isFirst ? 'primary' : 'default'}
          title={isFirst ? undefined : says.startAgain}
          loading={start.isPending || run.state === 'running'}
          onClick={() => start.mutate({ path: checkPath(periodKey) })}
        >
          {isFirst ? says.start : says.again}
        </Button>
      </span>
    </div>
  )
}

/** How it stands with the check that was started last; what was found before stays below. */
function Standing({ run }: { run: CountyCheckRun }): ReactNode {
  switch (run.state) {
    case 'none':
      return <EmptyState title={says.none} advice={says.noneAdvice} />
    case 'running':
      return (
        <div className="check-running" role="status">
          <Progress percent={run.total === 0 ? 0 : Math.floor((run.done / run.total) * 100)} />
          <p>{says.running(run.done, run.total)}</p>
          <p className="muted">{run.result === undefined ? says.leave : says.leaveBefore}</p>
        </div>
      )
    case 'failed':
      return run.result === undefined ? (
        <div className="state-panel state-panel-wrong" role="alert">
          <h2>{says.failed}</h2>
          <p>{run.problem}</p>
        </div>
      ) : (
        <p className="note" role="alert">
          {says.failedAgain(
            chinaMinute(run.started_at ?? ''),
            run.problem ?? says.failed,
            chinaMinute(run.result.started_at),
          )}
        </p>
      )
    case 'done':
      return null
  }
}

function LastResult(props: CheckTabProps & { result: CountyCheckResult }): ReactNode {
  const { periodKey, result } = props
  const { data: found, error, refetch } = useQuery(checkFindingsQuery(periodKey, result))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (found === undefined) return <Loading />
  if (found.findings.length > 0) return <CheckResult {...props} found={found} />
  return found.submissions === 0 ? (
    <EmptyState title={says.nothingIn} advice={says.nothingInAdvice} />
  ) : (
    <EmptyState title={says.clean} advice={says.cleanAdvice(found.submissions)} />
  )
}
