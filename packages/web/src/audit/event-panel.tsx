import type { EventView } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { eventQuery } from './audit-queries.ts'
import type { AuditFilter } from './audit-search.ts'
import { auditMessages } from './messages.ts'
import { ResultMark } from './result-mark.tsx'

interface EventPanelProps {
  /** `county-number`. */
  readonly eventKey: string
  /** The event, when the list holds it already. */
  readonly known: EventView | undefined
  readonly close: () => void
  readonly narrow: (part: AuditFilter) => void
}

const says = auditMessages.panel

/** One event in full: first as a sentence, then every particular. */
export function EventPanel({ eventKey, known, close, narrow }: EventPanelProps): ReactNode {
  const asked = useQuery({ ...eventQuery(eventKey), enabled: known === undefined })
  const event = known ?? asked.data
  const number = Number(eventKey.split('-')[1])
  return (
    <SidePanel close={close} title={says.title(number)}>
      {event !== undefined && <EventFacts event={event} narrow={narrow} />}
      {event === undefined && asked.error !== null && <ErrorState error={asked.error} retry={() => asked.refetch()} />}
      {event === undefined && asked.error === null && <Loading />}
    </SidePanel>
  )
}

function EventFacts({ event, narrow }: { event: EventView; narrow: (part: AuditFilter) => void }): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [says.when, <When key="when" instant={event.occurred_at} />],
    [
      says.person,
      <>
        {event.actor_name}{' '}
        {event.actor_id !== 'system' && (
          <Narrow key="person" label={says.onlyPerson} onNarrow={() => narrow({ person: event.actor_id })} />
        )}
      </>,
    ],
    [says.personId, event.actor_id],
    [
      says.unit,
      <>
        {[event.unit_above, event.unit].filter(Boolean).join(' / ')}{' '}
        <Narrow key="unit" label={says.onlyUnit} onNarrow={() => narrow({ unit: event.org_path })} />
      </>,
    ],
    [says.action, event.action_title],
    [says.subject, event.subject],
    [says.result, <ResultMark key="result" result={event.result} />],
    [says.reason, event.reason],
    [says.address, event.address],
    [
      says.request,
      event.request_id === '' ? (
        ''
      ) : (
        <>
          {event.request_id} <Narrow label={says.onlyRequest} onNarrow={() => narrow({ text: event.request_id })} />
        </>
      ),
    ],
    ...event.detail.map(({ name, value }) => [name, value] as const),
    [says.county, event.county_code],
    [says.seal, <Seal key="seal" event={event} />],
  ]
  return (
    <>
      <p className="audit-sentence">{sentenceOf(event)}</p>
      <dl className="facts">
        {facts.map(([label, value]) =>
          value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

function When({ instant }: { instant: string }): ReactNode {
  return (
    <>
      <span className="number">{chinaTime(instant)}</span> <span className="muted">{says.utc(instant)}</span>
    </>
  )
}

function Seal({ event }: { event: EventView }): ReactNode {
  return (
    <>
      <code className="audit-seal">{event.mac}</code> <span className="muted">{says.key(event.key_id)}</span>
    </>
  )
}

function Narrow({ label, onNarrow }: { label: string; onNarrow: () => void }): ReactNode {
  return (
    <button type="button" className="link screen-only" onClick={onNarrow}>
      {label}
    </button>
  )
}

function sentenceOf(event: EventView): string {
  return says.sentence({
    when: chinaTime(event.occurred_at),
    who: event.actor_name,
    where: event.address === '' ? '' : says.fromAddress(event.address),
    action: event.action_title,
    subject: event.subject === '' ? '' : says.quoted(event.subject),
    result: `${auditMessages.result[event.result]}${event.reason === '' ? '' : `（${event.reason}）`}`,
  })
}
