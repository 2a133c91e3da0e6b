import type { LedgerDifference, LedgerPlace, LedgerRow } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { ledgerMessages as says } from './messages.ts'

type CountKey = Exclude<keyof LedgerPlace, 'path' | 'name'>

const { places: words, rows, differences } = says

const count = (key: CountKey, title: string, under: string = words.unitUnder): Column<LedgerPlace> => ({
  key,
  title,
  under,
  width: 88,
  align: 'right',
  sortBy: (place) => place[key],
  cell: (place) =>
    place[key] ?? (
      <span className="muted" title={says.missingHint}>
        {says.missing}
      </span>
    ),
})

/** Counts of the ledgers by unit; what a unit has not reported is no number. */
export const placeColumns = (show: (path: string) => void): readonly Column<LedgerPlace>[] => [
  {
    key: 'name',
    title: words.name,
    width: 190,
    sticky: true,
    sortBy: ({ name }) => name,
    cell: ({ path, name }) => (
      <Button type="link" size="small" title={says.showUnit(name)} onClick={() => show(path)}>
        {name}
      </Button>
    ),
  },
  count('children', words.children),
  count('inside', words.inside),
  count('outside', words.outside, words.outsideUnder),
  count('unproven', words.unproven),
  { ...count('out_of_school', words.out), width: 108 },
  count('other', words.other, words.otherUnder),
  count('on_roll', words.roll),
  count('open', words.open, words.openUnder),
  count('confirmed', words.confirmed, words.confirmedUnder),
  count('cases', words.cases),
  count('returned', words.returned),
]

/** A child by name; one with a case leads there. */
function Child({ county, name, id }: { county: string; name: string; id: string | undefined }): ReactNode {
  if (id === undefined) return name
  return (
    <Link to="/enrolment/cases/$county/$case" params={{ county, case: id }} title={rows.seeCase}>
      {name}
    </Link>
  )
}

export const rowColumns = (county: string): readonly Column<LedgerRow>[] => [
  {
    key: 'name',
    title: rows.name,
    width: 84,
    sticky: true,
    cell: ({ name, case_id: id }) => <Child county={county} name={name} id={id} />,
  },
  { key: 'sex', title: rows.sex, width: 52, cell: ({ sex }) => sex },
  { key: 'age', title: rows.age, under: rows.ageUnder, width: 64, align: 'right', cell: ({ age }) => age },
  { key: 'unit', title: rows.unit, width: 150, cell: ({ unit }) => unit },
  { key: 'village', title: rows.village, width: 110, cell: ({ village }) => village },
  { key: 'school', title: rows.school, width: 170, cell: ({ school }) => <span title={school}>{school}</span> },
  { key: 'state', title: rows.state, width: 104, cell: ({ state }) => <span title={state}>{state}</span> },
  { key: 'says', title: rows.says, width: 360, wrap: true, cell: (row) => row.says },
]

export const differenceColumns = (county: string): readonly Column<LedgerDifference>[] => [
  { key: 'unit', title: differences.unit, width: 190, cell: ({ unit }) => unit },
  {
    key: 'child',
    title: differences.child,
    width: 130,
    cell: ({ child, case_id: id }) => <Child county={county} name={child === '' ? says.wholeUnit : child} id={id} />,
  },
  { key: 'says', title: differences.says, width: 620, wrap: true, cell: (row) => row.says },
]
