import { type CaseView, schoolingTitles } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { oneCaseMessages } from './case-messages.ts'
import { casePath } from './case-queries.ts'
import { caseMessages } from './messages.ts'
import { NewerPart } from './newer-part.tsx'
import { RevealedPart } from './revealed-part.tsx'

const says = oneCaseMessages.facts

/** Who the child is, masked, and by what rules the case is handled. */
export function CaseFacts({ view }: { view: CaseView }): ReactNode {
  const { row, casework } = view
  const orNone = (text: string): string => (text === '' ? says.none : text)
  const lines: readonly (readonly [string, ReactNode])[] = [
    [caseMessages.columns.name, <Masked key="name" view={view} data="name" masked={childLine(view)} />],
    [says.idNumber, <Masked key="number" view={view} data="id_number" masked={view.id_number} />],
    [says.groups, orNone(row.groups.join('、'))],
    [says.township, orNone(`${row.township} ${row.village}`.trim())],
    [says.school, schoolLine(row)],
    [says.guardian, orNone(view.guardian)],
    [says.phone, <Masked key="phone" view={view} data="guardian_phone" masked={view.guardian_phone} />],
    [says.address, orNone(view.address)],
    [says.grounds, view.grounds],
    [
      says.opened,
      <span key="opened" className="number">
        {row.opened_on}
      </span>,
    ],
    [says.exit, row.exit ?? says.none],
    [says.casework, <Rules key="rules" casework={casework} />],
    ...(view.newer === undefined
      ? []
      : [[says.current, <NewerPart key="newer" view={view} newer={view.newer} />] as const]),
  ]
  return (
    <section aria-label={says.label}>
      <dl className="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {view.earlier !== undefined && (
          <div>
            <dt>{says.earlier}</dt>
            <dd>
              <Link to="/enrolment/cases/$county/$case" params={{ county: row.county, case: view.earlier.case }}>
                {says.earlierOf(view.earlier.days_clean)}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

const schoolLine = ({ school, schooling, grade }: CaseView['row']): string =>
  `${school === '' ? schoolingTitles[schooling] : school} ${grade}`.trim()

const childLine = ({ row: { name, sex, age } }: CaseView): string =>
  [name, sex, caseMessages.ageOf(age)].filter((word) => word !== '').join('　')

interface MaskedProps {
  readonly view: CaseView
  readonly data: 'name' | 'id_number' | 'guardian_phone'
  readonly masked: string
}

function Masked({ view, ...what }: MaskedProps): ReactNode {
  const { row, may_reveal: mayReveal } = view
  // Whoever visits sees what takes them to the door, never a number of identity.
  const deed = mayReveal ? 'reveal' : 'contact'
  const may = mayReveal || (row.may_contact && what.data !== 'id_number')
  return <RevealedPart path={`${casePath(row.county, row.case)}/${deed}`} mayReveal={may} {...what} />
}

function Rules({ casework }: Pick<CaseView, 'casework'>): ReactNode {
  return (
    <>
      {says.version(casework.title, casework.version, casework.since)}
      {casework.is_unverified && (
        <span className="unverified" title={says.unverifiedHint}>
          {says.unverified}
        </span>
      )}
    </>
  )
}
