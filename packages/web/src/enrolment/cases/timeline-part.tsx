import { chinaMinute } from '@eduduty/core/calendar'
import type { CaseEventView, CaseRow, CaseView } from '@eduduty/core/enrolment'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { EventPictures } from '../pictures/event-pictures.tsx'
import { oneCaseMessages } from './case-messages.ts'
import { casePath } from './case-queries.ts'
import { caseLines } from './case-search.ts'
import { caseMessages } from './messages.ts'

const says = oneCaseMessages.timeline
const ALL = 'all'

/** What happened, the newest first; school and township each under its mark. */
export function TimelinePart({ view: { row, events } }: { view: Pick<CaseView, 'row' | 'events'> }): ReactNode {
  const [only, setOnly] = useState<string>(ALL)
  const shown = events.filter(({ line }) => only === ALL || line === only).toReversed()
  const moved = new Set(events.filter((event, at) => event.state_title !== events[at - 1]?.state_title))
  const used = caseLines.filter((line) => events.some((one) => one.line === line))
  const options = [
    { value: ALL, label: says.all },
    ...used.map((line) => ({ value: line, label: caseMessages.lines[line] })),
  ]
  return (
    <section className="panel-section">
      <div className="section-bar">
        <h3>{says.title}</h3>
        {used.length > 1 && (
          <Segmented<string> size="small" aria-label={says.only} options={options} value={only} onChange={setOnly} />
        )}
      </div>
      {shown.length === 0 && <p className="muted">{says.empty}</p>}
      <ol className="case-events">
        {shown.map((event) => (
          <EventItem key={event.no} row={row} event={event} isMoved={moved.has(event)} />
        ))}
      </ol>
    </section>
  )
}

interface EventItemProps {
  readonly row: CaseRow
  readonly event: CaseEventView
  readonly isMoved: boolean
}

function EventItem({ row, event, isMoved }: EventItemProps): ReactNode {
  const { line, title, on, state_title: state, is_private: isPrivate, approved_by: approver } = event
  return (
    <li className={isPrivate ? 'case-event case-event-private' : 'case-event'}>
      <div>
        <span className="number before">{on}</span>
        <strong>{title}</strong>
        <span className="case-line apart">{caseMessages.lines[line]}</span>
        {isMoved && state !== '' && <span className="apart">{says.after(state)}</span>}
        {isPrivate && (
          <span className="case-tag" title={says.privateHint}>
            {says.private}
          </span>
        )}
      </div>
      {event.fields.length > 0 && (
        <dl className="case-event-fields">
          {event.fields.map((field) => (
            <div key={field.title}>
              <dt>{field.title}</dt>
              <dd>{field.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {event.says !== '' && <p className="case-words">{event.says}</p>}
      <EventPictures base={casePath(row.county, row.case)} event={event} />
      <p className="muted">
        {says.head(event.unit_name, event.by, chinaMinute(event.at))}
        {approver !== '' && <span className="apart">{says.approved(approver)}</span>}
      </p>
    </li>
  )
}
