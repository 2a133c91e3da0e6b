import { chinaMinute } from '@eduduty/core/calendar'
import type { EffectsAnswer } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { ChangeTable, changeRows } from '../../platform/trace/change-table.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { reviewMessages } from './messages.ts'

const says = reviewMessages.effects

/** Which official results a correction would change, before it is let through. */
export function EffectsPart(): ReactNode {
  const { task } = useDesk().detail
  const path = `${taskPath(keyOf(task))}/effects`
  const { data, error, refetch } = useQuery({
    queryKey: [...collectingKey, 'effects', path, task.state, task.version],
    queryFn: ({ signal }) => getJson<EffectsAnswer>(path, signal),
    // The whole county is evaluated for it.
    staleTime: 60_000,
  })
  return (
    <section className="effects" aria-label={says.title}>
      <h3>{says.title}</h3>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && (
        <p className="muted" role="status">
          {says.trying}
        </p>
      )}
      {data !== undefined && <Answer answer={data} />}
    </section>
  )
}

function Answer({ answer }: { answer: EffectsAnswer }): ReactNode {
  const { run, changes } = answer
  if (run === undefined) return <p>{says.noRun}</p>
  const compared = says.compared(run.year, chinaMinute(run.created_at))
  if (!answer.pending) return <p>{says.notPending}</p>
  if (changes.length === 0)
    return (
      <p>
        {compared}
        {says.none}
      </p>
    )
  const left = answer.judgements + answer.figures - changes.length
  return (
    <>
      <p>
        {compared}
        {says.counts(answer.judgements, answer.turned, answer.figures)}
      </p>
      {answer.stale && <p className="muted">{says.stale}</p>}
      <div className="effects-list">
        <ChangeTable rows={changeRows(changes)} columns={says.columns} />
      </div>
      {left > 0 && <p className="muted">{says.more(left)}</p>}
    </>
  )
}
