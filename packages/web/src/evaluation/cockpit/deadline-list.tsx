import type { DeadlinesAnswer } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { cockpitMessages } from './messages.ts'

const says = cockpitMessages

/** Until when what is to be reported, and who owes it. */
export function DeadlineList(props: { deadlines: DeadlinesAnswer | undefined; isWall: boolean }): ReactNode {
  const { deadlines, isWall } = props
  const most = isWall ? 4 : 5
  if (deadlines === undefined) return null
  return (
    <section>
      <h2>{says.deadlines}</h2>
      {deadlines.periods.length === 0 && <p className="muted">{says.deadlinesNone}</p>}
      <ul className="deadline-list">
        {deadlines.periods.map((period) => (
          <li key={`${period.title} ${period.due_on}`}>
            <span>{says.period(period.title, period.due_on)}</span>
            <span className="number">{says.reported(period.submitted, period.tasks)}</span>
          </li>
        ))}
        {deadlines.owing.slice(0, most - deadlines.periods.length).map((one) => (
          <li key={one.unit} className={one.overdue ? 'wrong' : 'muted'}>
            {says.dueOn(one.name, one.due_on)}
          </li>
        ))}
        {deadlines.owing_units > 0 && <li className="muted">{says.owing(deadlines.owing_units)}</li>}
      </ul>
    </section>
  )
}
