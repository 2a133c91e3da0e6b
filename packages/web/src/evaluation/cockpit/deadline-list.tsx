import type { DeadlinesAnswer } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { cockpitMessages } from './messages.ts'

const says = cockpitMessages

/** Until when what is to be reported, who owes it, and which tables of this evaluation are not whole. */
export function DeadlineList(props: { deadlines: DeadlinesAnswer | undefined; isWall: boolean }): ReactNode {
  const { deadlines, isWall } = props
  const most = isWall ? 4 : 5
  return (
    <>
      {deadlines !== undefined && (
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
      )}
      <Coverage most={isWall ? 3 : 4} />
    </>
  )
}

function Coverage({ most }: { most: number }): ReactNode {
  const { coverage } = useCurrentRun().index.assessment
  const short = coverage.registers
    .filter(({ reported, expected }) => reported < expected)
    .toSorted((a, b) => b.expected - b.reported - (a.expected - a.reported))
  return (
    <section>
      <h2>{says.coverage}</h2>
      {short.length === 0 && <p className="muted">{says.coverageWhole}</p>}
      <ul className="deadline-list">
        {short.slice(0, most).map((register) => (
          <li key={register.register}>
            <span>{register.title}</span>
            <span className="number short">{says.coverageOf(register.reported, register.expected)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
