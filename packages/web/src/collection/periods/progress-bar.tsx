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

/** What the colours of the bars stand for; with `states`, how many of each there are. */
export function ProgressLegend({ states }: { states?: Readonly<Record<string, number>> }): ReactNode {
  const shown = order.filter((state) => states === undefined || (states[state] ?? 0) > 0)
  return (
    <ul className="progress-legend">
      {shown.map((state) => (
        <li key={state}>
          <span className={`progress-swatch progress-${state}`} aria-hidden="true" />
          {states === undefined ? taskStates[state] : says.state(taskStates[state], states[state] ?? 0)}
        </li>
      ))}
    </ul>
  )
}

const arrived = ['frozen', 'verified', 'first_reviewed', 'submitted'] as const

/** Tables that their units have handed in. */
export const submittedCount = (states: Readonly<Record<string, number>>): number =>
  arrived.reduce((sum, state) => sum + (states[state] ?? 0), 0)
