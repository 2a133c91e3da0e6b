import type { CSSProperties } from 'react'
import type { Column } from '../platform/table/column.ts'
import { organizationMessages as says } from './messages.ts'
import type { TreeRow } from './tree-rows.ts'

const indent = (depth: number): CSSProperties => ({ paddingLeft: depth * 20 })

export const unitColumns: readonly Column<TreeRow>[] = [
  {
    key: 'name',
    title: says.columns.name,
    width: 380,
    cell: ({ unit, depth, members }) => (
      <span className={members > 0 ? 'unit-name unit-branch' : 'unit-name'} style={indent(depth)}>
        {unit.name}
        {members > 0 && <span className="muted number"> {members}</span>}
      </span>
    ),
  },
  { key: 'kind', title: says.columns.kind, width: 110, cell: ({ unit }) => says.kind[unit.kind] },
  {
    key: 'code',
    title: says.columns.code,
    width: 180,
    cell: ({ unit }) => <span className="number">{unit.code}</span>,
  },
  { key: 'type', title: says.columns.schoolType, width: 140, cell: ({ unit }) => unit.school_type },
  {
    key: 'opened',
    title: says.columns.openedOn,
    width: 110,
    cell: ({ unit }) => <span className="number">{unit.opened_on}</span>,
  },
  {
    key: 'since',
    title: says.columns.since,
    width: 110,
    cell: ({ unit }) => <span className="number">{unit.since === unit.opened_on ? '' : unit.since}</span>,
  },
]
