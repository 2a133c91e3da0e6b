import { type CaseRow, schoolingTitles } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { PhoneWord } from '../../platform/table/phone-word.tsx'
import { DueMark } from './due-mark.tsx'
import { caseMessages as says } from './messages.ts'

/** On a telephone below what is most important. */
const later = (): string => 'stacked-later'

/** A masked child a line: where it is, how the case stands, who acts till when. */
export const caseColumns: readonly Column<CaseRow>[] = [
  {
    key: 'name',
    title: says.columns.name,
    width: 112,
    cellClass: () => 'stacked-title',
    cell: (row) => <Name row={row} />,
  },
  { key: 'age', title: says.columns.age, width: 54, cell: ({ age }) => says.ageOf(age) },
  {
    key: 'place',
    title: says.columns.place,
    width: 128,
    cellClass: () => 'stacked-line stacked-later',
    cell: ({ township, village }) => joined(township, village),
  },
  {
    key: 'school',
    title: says.columns.school,
    width: 124,
    cellClass: later,
    cell: ({ school, schooling }) =>
      school === '' ? <span className="muted">{schoolingTitles[schooling]}</span> : joined(school),
  },
  { key: 'grade', title: says.columns.grade, width: 104, cellClass: later, cell: ({ grade }) => joined(grade) },
  { key: 'state', title: says.columns.state, width: 100, cell: (row) => <State row={row} /> },
  {
    key: 'owner',
    title: says.columns.owner,
    width: 164,
    cellClass: () => 'stacked-line',
    cell: ({ owner, owner_name: name }) => (owner === undefined ? '' : joined(says.lines[owner], name)),
  },
  { key: 'due', title: says.columns.due, width: 176, cell: (row) => <DueMark row={row} /> },
  {
    key: 'done',
    title: says.columns.done,
    width: 88,
    align: 'right',
    cellClass: () => 'stacked-line stacked-later',
    cell: ({ visits, persuasions }) => (
      <>
        <PhoneWord word={says.columns.done} />
        <span className="number">{says.doneOf(visits, persuasions)}</span>
      </>
    ),
  },
  {
    key: 'opened',
    title: says.columns.opened,
    width: 94,
    cellClass: later,
    cell: ({ opened_on: day }) => (
      <>
        <PhoneWord word={says.columns.opened} />
        <span className="number">{day}</span>
      </>
    ),
  },
  {
    key: 'groups',
    title: says.columns.groups,
    width: 88,
    cellClass: later,
    cell: ({ groups }) => joined(...groups),
  },
]

function joined(...words: readonly string[]): ReactNode {
  const text = words.filter((word) => word !== '').join(' ')
  return <span title={text}>{text}</span>
}

function Name({ row }: { row: CaseRow }): ReactNode {
  const { name, sex, is_relapse: isRelapse } = row
  return (
    <>
      <strong>{name}</strong> {sex}
      {isRelapse && <span className="case-tag case-tag-wrong">{says.relapse}</span>}
    </>
  )
}

function State({ row }: { row: CaseRow }): ReactNode {
  const { state_title: title, state_since: since, exit, held_until: until } = row
  const text = exit === undefined ? title : `${title}：${exit}`
  return (
    <span title={`${text} ${says.since(since)}`}>
      {text}
      {until !== undefined && <span className="muted apart">{says.heldUntil(until)}</span>}
    </span>
  )
}
