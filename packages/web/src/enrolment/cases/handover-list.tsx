import { chinaMinute } from '@eduduty/core/calendar'
import type { HandoverView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { handoversQuery } from './case-queries.ts'
import { HandoverAnswer } from './handover-answer.tsx'
import { caseMessages } from './messages.ts'

const says = caseMessages.handovers

/** Children that another school or county hands over, or that one's own side has offered: until they are answered. */
export function HandoverList({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(handoversQuery(county))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  const open = data?.handovers.filter(({ state }) => state === 'offered') ?? []
  if (open.length === 0) return null
  return (
    <section className="case-handovers" aria-label={says.title(open.length)}>
      <h2>{says.title(open.length)}</h2>
      <ul>
        {open.map((one) => (
          <li key={one.handover}>
            <HandoverLine handover={one} />
            <HandoverAnswer handover={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which child, from whom to whom, why. The receiving side cannot open the case before it has taken it. */
function HandoverLine({ handover }: { handover: HandoverView }): ReactNode {
  const { name, grade, from_name: from, to_name: to, reason, may_withdraw: isOwn, county, case: id } = handover
  const child = says.line(name, grade)
  return (
    <p>
      {isOwn ? (
        <Link to="/enrolment/cases/$county/$case" params={{ county, case: id }}>
          {child}
        </Link>
      ) : (
        <strong>{child}</strong>
      )}
      <span className="apart">{says.way(from, to)}</span>
      <span className="apart">{reason}</span>
      <span className="apart muted">{says.offered(handover.offered_by, chinaMinute(handover.offered_at))}</span>
    </p>
  )
}
