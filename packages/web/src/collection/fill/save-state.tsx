import type { ReactNode } from 'react'
import { type QueueState, unsavedCount } from '../../platform/grid/edit-queue.ts'
import { fillMessages } from './messages.ts'

const says = fillMessages.save

/** Whether everything that was typed has arrived, in a word beside the buttons. */
export function SaveState({ state }: { state: QueueState }): ReactNode {
  const count = unsavedCount(state)
  const text = count === 0 ? says.allSaved : state.halted === undefined ? says.saving(count) : says.waiting(count)
  return (
    <span className={state.halted === undefined ? 'muted' : 'short'} role="status">
      {text}
    </span>
  )
}
