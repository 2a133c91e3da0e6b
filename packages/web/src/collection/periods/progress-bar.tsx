import { taskStates } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { periodMessages as says } from './messages.ts'

const order = ['frozen', 'verified', 'first_reviewed', 'submitted', 'returned', 'filling', 'not_started'] as const

/** How many tables stand in each state, as one bar; the numbers are in the words beside and in its title. */
export function ProgressBar({ states }: { states: Readonly<Record<string, number>> }): ReactNode {
  const parts = order.flatMap((state) => {
    const count = states[state] ?? 0
    return count === 0 ? [] : [{ state, count }]
  })
  const words = parts.map(({ state, count }) => says.state(taskStates[state], count)).join('，')
  return (
    <span className="progress-bar" role="img" aria-label={words} title={words}>
      {parts.map(({ state, count }) => (
        <span key={state} className={`progress-${state}`} style={{ flexGrow: count }} />
      ))}
    </span>
  )
}

const arrived = ['frozen', 'verified', 'first_reviewed', 'submitted'] as const

/** Tables that their units have handed in. */
export const submittedCount = (states: Readonly<Record<string, number>>): number =>
  arrived.reduce((sum, state) => sum + (states[state] ?? 0), 0)
