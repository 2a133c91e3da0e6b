import type { CaseView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { oneCaseMessages } from './case-messages.ts'

const says = oneCaseMessages.clock

/** The time limit of the state: from when, till when, whether it runs. Its events stand in the timeline. */
export function ClockPart({ clock }: { clock: CaseView['clock'] | undefined }): ReactNode {
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
