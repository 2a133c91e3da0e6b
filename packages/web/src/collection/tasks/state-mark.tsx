import { type TaskEntry, type TaskState, taskStates } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { StateShape } from '../../platform/theme/state-mark.tsx'
import { taskMessages as says } from './messages.ts'
import { openProblems } from './open-problems.ts'

/** Seven states, each with a shape of its own: an empty ring fills up from 未填报 to 冻结; 退回 is an arrow back. */
function Shape({ state }: { state: TaskState }): ReactNode {
  switch (state) {
    case 'not_started':
      return <circle cx="8" cy="8" r="6.2" className="light-dashed" />
    case 'filling':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" className="light-line" />
          <path d="M8 1.8a6.2 6.2 0 010 12.4z" className="light-fill" />
        </>
      )
    case 'returned':
      return <path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a3.6 3.6 0 010 7.2H6" className="light-line" />
    case 'submitted':
      return <path d="M8 13.5V3M3.8 7L8 2.8 12.2 7" className="light-line" />
    case 'first_reviewed':
      return <path d="M3 8.3l3.4 3.4L13 4.6" className="light-line" />
    case 'verified':
      return (
        <>
          <circle cx="8" cy="8" r="7" className="light-line" />
          <path d="M4.6 8.3l2.4 2.3 4.4-4.9" className="light-line" />
        </>
      )
    case 'frozen':
      return <path d="M4 7V5a4 4 0 018 0v2M2.8 7h10.4v7H2.8z" className="light-line" />
  }
}

/** Shape and word of a task's state. */
export function StateMark({ state }: { state: TaskState }): ReactNode {
  return (
    <StateShape tone={`task-state-${state}`} word={taskStates[state]}>
      <Shape state={state} />
    </StateShape>
  )
}

/** 审核错误状态: what is still to be done about what the checks found, by word and number. */
export function CheckMark({ task }: { task: TaskEntry }): ReactNode {
  const { hard, unexplained } = openProblems(task)
  if (task.check_state === 'unchecked') return <span className="muted">{says.check.unchecked}</span>
  if (hard + unexplained > 0) {
    const parts = [hard > 0 ? says.check.hard(hard) : '', unexplained > 0 ? says.check.unexplained(unexplained) : '']
    return <span className={hard > 0 ? 'wrong' : 'short'}>{parts.filter((part) => part !== '').join('，')}</span>
  }
  if (task.blank_cells > 0) return <span className="short">{says.check.blank(task.blank_cells)}</span>
  const unjudged = task.pending_explanations ?? 0
  // To its unit an explained error is done with; to whoever reviews it is what they have to judge.
  if (unjudged > 0 && task.holder.side !== 'unit') return <span className="short">{says.check.unjudged(unjudged)}</span>
  if (task.soft_errors > 0) return <span className="met">{says.check.explained(task.soft_errors)}</span>
  return <span className="met">{says.check.clean}</span>
}
