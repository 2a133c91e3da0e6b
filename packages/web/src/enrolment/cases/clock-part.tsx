import type { CaseView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { UndecidedTime } from '../limits/undecided-note.tsx'
import { oneCaseMessages } from './case-messages.ts'

const says = oneCaseMessages.clock

/** The time limit of the state: from when, till when, whether it runs. Its events stand in the timeline. Where nobody has said how long it is, who does. */
export function ClockPart({ view: { clock, row } }: { view: CaseView }): ReactNode {
  if (row.is_undecided) return <Undecided county={row.county} />
  if (clock === undefined) return null
  const { title, state, started_on: started, due_on: due, missing_year: year } = clock
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      <p>
        {title}
        <span className={state === 'paused' ? 'short apart' : 'muted apart'}>{says.states[state]}</span>
      </p>
      <p className="muted">
        <span className="number before">{says.started(started)}</span>
        {due !== undefined && <span className="number">{says.due(due)}</span>}
      </p>
      {year !== undefined && <p className="short">{says.missing(year)}</p>}
    </section>
  )
}

function Undecided({ county }: { county: string }): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      <p className="short">{says.undecided}</p>
      <p>
        <UndecidedTime county={county} />
      </p>
    </section>
  )
}
