import type { CaseRow } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { casePath } from '../cases/case-queries.ts'
import { DueMark } from '../cases/due-mark.tsx'
import { caseMessages } from '../cases/messages.ts'
import { Contact } from './contact.tsx'
import { visitMessages } from './messages.ts'

const says = visitMessages.card

interface CardProps {
  readonly row: CaseRow
  readonly hasDraft: boolean
  readonly write: () => void
}

/** One child to be visited: where, till when, and the button under the thumb. */
export function VisitCard({ row, hasDraft, write }: CardProps): ReactNode {
  const works = useMay()('enrolment.work')
  const { name, sex, age, grade, village, township, school, county, case: id } = row
  const child = [sex, caseMessages.ageOf(age), grade].filter((word) => word !== '').join('　')
  return (
    <li className={row.is_overdue ? 'visit-card visit-card-late' : 'visit-card'}>
      <div className="visit-card-top">
        <span>
          <strong>{name}</strong>
          {row.is_relapse && <span className="case-tag case-tag-wrong">{caseMessages.relapse}</span>}
        </span>
        <span>{row.state_title}</span>
      </div>
      <p>{child}</p>
      <p className="muted">{[township, village, school].filter((word) => word !== '').join('　')}</p>
      {row.may_contact && <Contact path={`${casePath(county, id)}/contact`} name={name} hasPhone={row.has_phone} />}
      <p>
        <DueMark row={row} />
      </p>
      <p className="muted">
        {says.done(row.visits, row.persuasions)}
        {hasDraft && <span className="short apart">{says.draft}</span>}
      </p>
      <div className="visit-card-deeds">
        {works && (
          <Button type="primary" onClick={write}>
            {hasDraft ? says.goOn : says.record}
          </Button>
        )}
        <Link className="visit-link" to="/enrolment/cases/$county/$case" params={{ county, case: id }}>
          {says.open}
        </Link>
      </div>
    </li>
  )
}
