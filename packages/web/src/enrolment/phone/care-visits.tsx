import type { CareList, CareRow } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { childPath } from '../care/care-queries.ts'
import { Contact } from './contact.tsx'
import { careName, nameOfVisit } from './kept-visits.ts'
import { visitMessages } from './messages.ts'
import type { QueueView } from './visit-queue.ts'

const says = visitMessages.care

interface VisitsProps {
  readonly list: Pick<CareList, 'children' | 'total'>
  readonly view: QueueView
  /** Opens the form of a record. */
  readonly write: (name: string) => void
}

/** Children with a care plan, the most urgent first: where, till when, how to reach their home, and a record under the thumb. */
export function CareVisits({ list, view, write }: VisitsProps): ReactNode {
  const { children, total } = list
  if (children.length === 0) return null
  const more = total - children.length
  const drafts = new Set(view.visits.filter(({ state }) => state === 'draft').map(nameOfVisit))
  return (
    <section className="panel-section" aria-label={says.title}>
      <h2>{says.title}</h2>
      <p className="muted">{says.hint}</p>
      <ul className="visit-list">
        {children.map((row) => {
          const name = careName(row.county, row.child)
          return <CareCard key={row.child} row={row} hasDraft={drafts.has(name)} write={() => write(name)} />
        })}
      </ul>
      {more > 0 && <p className="muted">{says.more(more)}</p>}
    </section>
  )
}

interface CardProps {
  readonly row: CareRow
  readonly hasDraft: boolean
  readonly write: () => void
}

function CareCard({ row, hasDraft, write }: CardProps): ReactNode {
  const works = useMay()('enrolment.work')
  const { county, child, name, care, sex, grade, township, village, school } = row
  if (care === undefined) return null
  const { visit_due_on: due, last_visit_on: last, is_overdue: isLate } = care
  return (
    <li className={isLate ? 'visit-card visit-card-late' : 'visit-card'}>
      <div className="visit-card-top">
        <strong>{name}</strong>
        <span>{care.title}</span>
      </div>
      <p>{[sex, grade].filter((word) => word !== '').join('　')}</p>
      <p className="muted">{[township, village, school].filter((word) => word !== '').join('　')}</p>
      {care.may_contact && (
        <Contact path={`${childPath(county, child)}/contact`} name={name} hasPhone={care.has_phone} />
      )}
      {due === undefined ? (
        <p className="muted">{says.noInterval}</p>
      ) : (
        <p className={isLate ? 'care-wrong' : ''}>{isLate ? says.overdue(due) : says.due(due)}</p>
      )}
      <p className="muted">
        {[says.helper(care.helper), last === undefined ? says.never : says.last(last)].join('　')}
        {hasDraft && <span className="short apart">{visitMessages.card.draft}</span>}
      </p>
      <div className="visit-card-deeds">
        {works && (
          <Button type="primary" onClick={write}>
            {hasDraft ? visitMessages.card.goOn : visitMessages.card.record}
          </Button>
        )}
        <Link className="visit-link" to="/enrolment/care/$county/$child" params={{ county, child }}>
          {says.open}
        </Link>
      </div>
    </li>
  )
}
