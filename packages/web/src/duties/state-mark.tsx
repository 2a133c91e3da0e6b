import { type TaskState, taskStateTitles } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { StateShape } from '../platform/theme/state-mark.tsx'

/** Seven states, each with a shape of its own: on its way down, taken up, on its way back up, closed. */
function Shape({ state }: { state: TaskState }): ReactNode {
  switch (state) {
    case 'draft':
      return <circle cx="8" cy="8" r="6.2" className="light-dashed" />
    case 'issued':
      return <path d="M8 2.5V13M3.8 9L8 13.2 12.2 9" className="light-line" />
    case 'declined':
      return <path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a3.6 3.6 0 010 7.2H6" className="light-line" />
    case 'underway':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" className="light-line" />
          <path d="M8 1.8a6.2 6.2 0 010 12.4z" className="light-fill" />
        </>
      )
    case 'reported':
      return <path d="M8 13.5V3M3.8 7L8 2.8 12.2 7" className="light-line" />
    case 'done':
      return <path d="M3 8.3l3.4 3.4L13 4.6" className="light-line" />
    case 'cancelled':
      return <path d="M4 4l8 8M12 4l-8 8" className="light-line" />
  }
}

/** Shape and word of a task's state. */
export function StateMark({ state }: { state: TaskState }): ReactNode {
  return (
    <StateShape tone={`duty-state-${state}`} word={taskStateTitles[state]}>
      <Shape state={state} />
    </StateShape>
  )
}
