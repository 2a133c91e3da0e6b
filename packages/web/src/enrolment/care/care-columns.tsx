import type { CareRow } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import type { CareView } from './care-search.ts'
import { careMessages as says } from './messages.ts'

const { columns } = says

const who: readonly Column<CareRow>[] = [
  { key: 'name', title: columns.name, width: 110, sticky: true, cell: (row) => <Name row={row} /> },
  { key: 'age', title: columns.age, width: 54, align: 'right', cell: ({ age }) => age },
  { key: 'place', title: columns.place, width: 140, cell: ({ township, village }) => joined(township, village) },
  {
    key: 'school',
    title: columns.school,
    width: 190,
    cell: ({ school, grade }) => (school === '' ? <Muted text={says.noSchool} /> : joined(school, grade)),
  },
]

const groups: Column<CareRow> = {
  key: 'groups',
  title: columns.groups,
  width: 110,
  cell: ({ groups: all }) => joined(...all),
}

const placement: readonly Column<CareRow>[] = [
  {
    key: 'placement',
    title: columns.placement,
    width: 150,
    cell: ({ placement: one }) => (one === undefined ? <Muted text={says.none} /> : joined(one.title)),
  },
  {
    key: 'review',
    title: columns.review,
    width: 150,
    cell: ({ placement: one }) =>
      one?.review_on === undefined ? null : <Day day={one.review_on} late={one.is_review_due ? says.reviewDue : ''} />,
  },
]

const care: readonly Column<CareRow>[] = [
  {
    key: 'care',
    title: columns.care,
    width: 120,
    cell: ({ care: one }) => (one === undefined ? <Muted text={says.none} /> : joined(one.title)),
  },
  { key: 'helper', title: columns.helper, width: 100, cell: ({ care: one }) => one?.helper },
  {
    key: 'last',
    title: columns.last,
    width: 100,
    cell: ({ care: one }) => <span className="number">{one?.last_visit_on}</span>,
  },
  {
    key: 'due',
    title: columns.due,
    width: 160,
    cell: ({ care: one }) => one !== undefined && <Due care={one} />,
  },
]

/** A child a line, with what the tab is about. */
export function childColumns(view: CareView): readonly Column<CareRow>[] {
  if (view === 'placed') return [...who, ...placement, groups]
  if (view === 'cared') return [...who, ...care, groups]
  return [...who, ...placement, ...care.filter(({ key }) => key !== 'helper' && key !== 'last')]
}

function joined(...words: readonly string[]): ReactNode {
  const text = words.filter((word) => word !== '').join(' ')
  return <span title={text}>{text}</span>
}

const Muted = ({ text }: { text: string }): ReactNode => <span className="muted">{text}</span>

function Name({ row: { name, sex, held_until: until } }: { row: CareRow }): ReactNode {
  return (
    <>
      <strong>{name}</strong> {sex}
      {until !== undefined && <span className="muted apart">{says.heldUntil(until)}</span>}
    </>
  )
}

/** The next visit, or that nobody has said how often. */
function Due({ care: { visit_due_on: due, is_overdue: isLate } }: { care: NonNullable<CareRow['care']> }): ReactNode {
  return due === undefined ? <Muted text={says.noInterval} /> : <Day day={due} late={isLate ? says.overdue : ''} />
}

/** A last day; late in words as well as in colour. */
function Day({ day, late }: { day: string; late: string }): ReactNode {
  return (
    <span className={late === '' ? 'number' : 'number care-wrong'}>
      {day} {late}
    </span>
  )
}
