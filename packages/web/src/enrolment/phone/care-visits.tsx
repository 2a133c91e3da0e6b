import type { CareRow } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { careListQuery, childPath } from '../care/care-queries.ts'
import { Contact } from './contact.tsx'
import { visitMessages } from './messages.ts'

const says = visitMessages.care

/** Children with a care plan, the most urgent first: where, till when, and how to reach their home. */
export function CareVisits({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(careListQuery(county, { view: 'cared' }))
  if (data === undefined) return error === null ? <Loading /> : <ErrorState error={error} retry={refetch} />
  if (data.children.length === 0) return null
  const more = data.total - data.children.length
  return (
    <section className="panel-section" aria-label={says.title}>
      <h2>{says.title}</h2>
      <p className="muted">{says.hint}</p>
      <ul className="visit-list">
        {data.children.map((row) => (
          <CareCard key={row.child} row={row} />
        ))}
      </ul>
      {more > 0 && <p className="muted">{says.more(more)}</p>}
    </section>
  )
}

function CareCard({ row }: { row: CareRow }): ReactNode {
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
      {due !== undefined && <p className={isLate ? 'care-wrong' : ''}>{isLate ? says.overdue(due) : says.due(due)}</p>}
      <p className="muted">
        {[says.helper(care.helper), last === undefined ? says.never : says.last(last)].join('　')}
      </p>
      <div className="visit-card-deeds">
        <Link className="visit-link" to="/enrolment/care/$county/$child" params={{ county, child }}>
          {says.open}
        </Link>
      </div>
    </li>
  )
}
