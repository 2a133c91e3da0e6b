import type { TaskDetail, TaskVersion, VersionRow } from '@eduduty/core/collection/tasks'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { createCellStore } from '../../platform/grid/cell-store.ts'
import { Grid } from '../../platform/grid/grid.tsx'
import type { CellPatch, GridRow } from '../../platform/grid/grid-model.ts'
import type { GridApi } from '../../platform/grid/use-grid-control.ts'
import { gridColumns, gridText } from './form-shape.ts'
import { fillMessages } from './messages.ts'
import { paneMessages } from './pane-messages.ts'

const says = paneMessages.version

/** What the version is compared with, in words. */
export const otherOf = ({ compared_with: no }: TaskVersion): string => (no === undefined ? says.now : says.no(no))

const THEN = 'then'
const NOW = 'now'

/** The cells of a version, read-only, and above them those that stand otherwise today. */
export function VersionGrid({ data, detail }: { data: TaskVersion; detail: TaskDetail }): ReactNode {
  const { is_roster: isRoster } = detail.task
  const grid = useRef<GridApi>(undefined)
  // Nothing is asked for here: what was left empty may not have had to be filled.
  const columns = useMemo(
    () => gridColumns(detail.columns).map((column) => ({ ...column, required: false })),
    [detail.columns],
  )
  const rows = useMemo(() => rowsOf(data, detail), [data, detail])
  const [cells] = useState(() => createCellStore(data.rows.flatMap((row) => patchesOf(row, detail, data))))
  if (data.rows.length === 0) return <p className="muted">{says.empty}</p>
  return (
    <>
      <Differing data={data} detail={detail} goTo={(row, column) => grid.current?.goTo(row, column)} />
      <Grid
        label={says.title(detail.task.title, data.version)}
        layout={isRoster ? 'table' : 'form'}
        columns={columns}
        rows={rows}
        rowTitle={fillMessages.rowTitle(detail.row_is)}
        cells={cells}
        onChange={() => {}}
        onReady={(api) => {
          grid.current = api
        }}
        height="calc(100vh - 260px)"
      />
    </>
  )
}

/** Cells that are named; of more it is said how many. */
const NAMED = 30

interface DifferingProps {
  readonly data: TaskVersion
  readonly detail: TaskDetail
  readonly goTo: (row: string, column: string) => void
}

/** The way to each cell that differs. */
function Differing({ data, detail, goTo }: DifferingProps): ReactNode {
  const { is_roster: isRoster } = detail.task
  const places = data.rows.flatMap((row) =>
    detail.columns.flatMap(({ id, title }) =>
      id in row.now
        ? [{ key: `${row.row_no} ${id}`, row, id, title: isRoster ? `${nameOf(row, detail)} ${title}` : title }]
        : [],
    ),
  )
  if (places.length === 0) return null
  return (
    <p className="blank-list version-differing">
      <span className="muted">{says.differing}</span>
      {places.slice(0, NAMED).map(({ key, row, id, title }) => (
        <button key={key} type="button" className="link" onClick={() => goTo(isRoster ? String(row.row_no) : THEN, id)}>
          {title}
        </button>
      ))}
      {places.length > NAMED && <span className="muted">{says.differingMore(places.length - NAMED)}</span>}
    </p>
  )
}

/** What tells a row from others; else its place in the version. */
function nameOf(row: VersionRow, { columns }: Pick<TaskDetail, 'columns'>): string {
  const keys = columns.filter((column) => column.is_key)
  const words = keys.map(({ id }) => row.cells[id] ?? '').filter((text) => text !== '')
  return words.length === 0 ? fillMessages.row(row.row_no) : words.join(' ')
}

function rowsOf(data: TaskVersion, { task, columns }: TaskDetail): readonly GridRow[] {
  const { version, rows, is_present } = data
  if (!task.is_roster) {
    const then: GridRow = { id: THEN, label: says.no(version), readOnly: true }
    return is_present ? [then] : [then, { id: NOW, label: otherOf(data), readOnly: true }]
  }
  return rows.map((row) => {
    const name = nameOf(row, { columns })
    return { id: String(row.row_no), label: row.is_gone ? says.gone(name) : name, readOnly: true }
  })
}

function patchesOf(row: VersionRow, { task, columns }: TaskDetail, data: TaskVersion): readonly CellPatch[] {
  return columns.flatMap((column): CellPatch[] => {
    const text = row.refused[column.id] ?? gridText(column, row.cells[column.id] ?? '')
    const now = row.now[column.id]
    const state = now === undefined ? 'saved' : 'commented'
    const message = now === undefined ? {} : { message: says.thereIs(otherOf(data), now) }
    const then: CellPatch = {
      row: task.is_roster ? String(row.row_no) : THEN,
      column: column.id,
      cell: { text, state, ...message },
    }
    if (task.is_roster || data.is_present) return [then]
    return [
      then,
      { row: NOW, column: column.id, cell: { text: now === undefined ? text : gridText(column, now), state: 'saved' } },
    ]
  })
}
