import type { CareView } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type RevealedData, RevealedPart } from '../cases/revealed-part.tsx'
import { childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { careMessages } from './messages.ts'

const says = childMessages.facts

/** Who the child is, masked, and which units hold it. */
export function ChildFacts({ view }: { view: CareView }): ReactNode {
  const { row, rules } = view
  const name = [row.name, row.sex, row.age === undefined ? '' : `${row.age}岁`].filter((word) => word !== '').join('　')
  const lines: readonly (readonly [string, ReactNode])[] = [
    [careMessages.columns.name, <Masked key="name" view={view} data="name" masked={name} />],
    [says.idNumber, <Masked key="number" view={view} data="id_number" masked={view.id_number} />],
    [careMessages.columns.groups, orNone(row.groups.join('、'))],
    [careMessages.columns.place, orNone(`${row.township} ${row.village}`.trim())],
    [careMessages.columns.school, row.school === '' ? careMessages.noSchool : `${row.school} ${row.grade}`],
    [says.guardian, orNone(view.guardian)],
    [says.phone, <Masked key="phone" view={view} data="guardian_phone" masked={view.guardian_phone} />],
    [says.address, orNone(view.address)],
    [says.source, <Source key="source" view={view} />],
    [says.registered, row.registered_on],
    ...(row.closed_on === undefined ? [] : [[says.closed, row.closed_on] as const]),
    [says.rules, says.pack(rules.pack, rules.version)],
    [says.holders, <Holders key="holders" view={view} />],
  ]
  return (
    <section aria-label={says.label} className="care-section">
      <dl className="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const orNone = (text: string): string => (text === '' ? '—' : text)

interface MaskedProps {
  readonly view: CareView
  readonly data: RevealedData
  readonly masked: string
}

/** Masked; in the clear for a minute to whoever may, after a written reason. */
export function Masked({ view: { row, may_reveal: mayReveal }, ...what }: MaskedProps): ReactNode {
  // Whoever visits sees what takes them to the door, never a number of identity.
  const takesThere = what.data === 'name' || what.data === 'guardian_phone'
  const may = mayReveal || (row.care?.may_contact === true && takesThere)
  const deed = mayReveal ? 'reveal' : 'contact'
  return <RevealedPart path={`${childPath(row.county, row.child)}/${deed}`} mayReveal={may} {...what} />
}

function Source({ view: { source, case: id, row } }: { view: CareView }): ReactNode {
  if (id === undefined) return source
  return (
    <>
      {source}{' '}
      <Link to="/enrolment/cases/$county/$case" params={{ county: row.county, case: id }}>
        {says.case}
      </Link>
    </>
  )
}

function Holders({ view: { holders } }: { view: CareView }): ReactNode {
  return holders.map(({ line, unit_name: name, from, until }) => (
    <div key={`${line} ${name} ${from}`}>
      {name}
      <span className="muted apart">{says.since(from, until)}</span>
    </div>
  ))
}
