import type { CareRow, CaseRow } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { isOfCare, type KeptVisit, nameOfVisit } from './kept-visits.ts'
import { visitMessages } from './messages.ts'
import type { QueueView, VisitQueue } from './visit-queue.ts'

const says = visitMessages.outbox

interface OutboxProps {
  readonly rows: readonly CaseRow[]
  /** Children with a care plan. */
  readonly cared: readonly Pick<CareRow, 'child' | 'county' | 'name'>[]
  readonly queue: VisitQueue
  readonly view: QueueView
  /** Opens the form of a record. */
  readonly edit: (name: string) => void
}

type Shown = keyof typeof says.states

const tones: Readonly<Record<Shown, string>> = {
  draft: 'muted',
  waiting: 'short',
  sending: 'muted',
  refused: 'wrong',
  sent: 'better',
}

/** Records on this machine and how far each is: 草稿, 未发送, 已发送, or why it was not taken. */
export function OutboxPart({ rows, cared, queue, view, edit }: OutboxProps): ReactNode {
  const { visits, sent, isAway } = view
  if (visits.length + sent.length === 0) return null
  const childOf = (visit: KeptVisit): string =>
    isOfCare(visit)
      ? (cared.find(({ child, county }) => child === visit.child && county === visit.county)?.name ??
        says.unnamedChild(visit.child))
      : (rows.find((row) => row.case === visit.case && row.county === visit.county)?.name ?? says.unnamed(visit.case))
  const line = (visit: KeptVisit, state: Shown) => (
    <span role="status">
      <strong className="before">{childOf(visit)}</strong>
      <span className="before">{says.line(visit.title, visit.body.on ?? '')}</span>
      {visit.pictures.length > 0 && <span className="before">{says.pictures(visit.pictures.length)}</span>}
      <span className={tones[state]}>{says.states[state]}</span>
      {visit.why !== '' && <span className="apart">{visit.why}</span>}
    </span>
  )
  return (
    <section className="note visit-outbox" aria-label={says.title}>
      <h2>
        {says.title}
        {isAway && <span className="short apart">{says.offline}</span>}
      </h2>
      <ul>
        {visits.map((visit) => {
          const isSending = visit.key === view.sending
          return (
            <li key={visit.key}>
              {line(visit, isSending ? 'sending' : visit.state)}
              {!isSending && <Deeds visit={visit} queue={queue} edit={edit} />}
            </li>
          )
        })}
        {sent.map((visit) => (
          <li key={visit.key}>{line({ ...visit, why: '' }, 'sent')}</li>
        ))}
      </ul>
      {visits.length > 0 && <p className="muted">{says.hint}</p>}
    </section>
  )
}

/** What may have arrived already is not written anew: it would then be recorded twice. */
function Deeds({ visit, queue, edit }: Pick<OutboxProps, 'queue' | 'edit'> & { visit: KeptVisit }): ReactNode {
  return (
    <span className="case-deeds">
      {visit.state === 'waiting' && <Button onClick={queue.resume}>{says.again}</Button>}
      {!visit.isTried && <Button onClick={() => edit(nameOfVisit(visit))}>{says.edit}</Button>}
      {visit.state !== 'draft' && <Button onClick={() => queue.drop(visit.key)}>{says.drop}</Button>}
    </span>
  )
}
