import { isTaskState } from '@eduduty/core/collection/tasks'
import type { CauseView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { owedMessages as says } from './messages.ts'
import { type OwedKey, owedQuery } from './owed-query.ts'

/** Of something that is not reported: the form in which it belongs, whose turn it is, and the way into it. */
export function OwedForm({ cause: { register, unit } }: { cause: CauseView }): ReactNode {
  const { county, year } = useCurrentRun().index.assessment.run
  const may = useMay()
  if (register === undefined || unit === undefined || !may('collection.read')) return null
  return <Asked owed={{ county: county.code, register, unit }} year={year} />
}

/** Nothing where the data came in files: then no form stands open for it. */
function Asked({ owed, year }: { owed: OwedKey; year: number }): ReactNode {
  const { data, error, refetch } = useQuery(owedQuery(owed))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  const task = data?.tasks.find((one) => one.year === year && one.unit_code === owed.unit)
  if (task === undefined || !isTaskState(task.state)) return null
  return (
    <div>
      <Link to="/collection/tasks/$county/$task" params={{ county: task.county_code, task: task.task_id }}>
        {says.open(task.title)}
      </Link>
      <span className="muted apart">{says.standing[task.state]({ unit: task.unit_name, due: task.due_on })}</span>
    </div>
  )
}
