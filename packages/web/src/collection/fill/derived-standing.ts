import {
  type DerivedRoster,
  type DerivedValue,
  type DerivedValues,
  derivedDifference,
  isSameDerived,
  type TaskDetail,
} from '@eduduty/core/collection/tasks'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'
import type { CellEdit } from '../../platform/grid/grid-model.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { gridRow, gridText } from './form-shape.ts'
import { type CellPlace, type TaskKey, taskPath } from './task-queries.ts'

export const derivedQuery = (key: TaskKey) =>
  queryOptions({
    staleTime: 60_000,
    queryKey: [...collectingKey, 'derived', key.county, key.task],
    queryFn: ({ signal }) => getJson<DerivedValues>(`${taskPath(key)}/derived`, signal),
  })

/** Rosters change rarely, the form at every keystroke: what was filled in is taken from the page. */
export function withFilled(detail: TaskDetail, values: readonly DerivedValue[]): readonly DerivedValue[] {
  const rows = new Map(detail.rows.map((row) => [row.row_no, row]))
  const only = detail.task.is_roster ? undefined : detail.rows[0]
  return values.map((value) => {
    const row = rows.get(value.row_no) ?? only
    if (row === undefined) return value
    const filled = row.refused[value.column] ?? row.cells[value.column] ?? ''
    if (filled === value.filled) return { ...value, row_no: row.row_no }
    const { difference: _, ...rest } = value
    const difference = derivedDifference(filled, value.derived)
    const known = filled === '' ? 'blank' : isSameDerived(filled, value.derived) ? 'same' : 'differs'
    const state = value.state === 'unknown' ? 'unknown' : known
    return { ...rest, row_no: row.row_no, filled, state, ...(state === 'differs' && difference && { difference }) }
  })
}

export const isTakeable = ({ state, is_open }: DerivedValue): boolean =>
  is_open && (state === 'differs' || state === 'blank')

export const valueAt = (values: readonly DerivedValue[], { row, column }: CellPlace): DerivedValue | undefined =>
  values.find((value) => value.row_no === row && value.column === column)

export const rostersOf = (
  { rosters: ids }: DerivedValue,
  rosters: readonly DerivedRoster[],
): readonly DerivedRoster[] => rosters.filter(({ register }) => ids.includes(register))

/** As the grid knows the cells, so that taking them can be undone. */
export function editsOf({ task, columns }: TaskDetail, values: readonly DerivedValue[]): readonly CellEdit[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  return values.map(({ row_no, column, filled, derived }) => ({
    row: gridRow(task, row_no),
    column,
    from: gridText(byId.get(column), filled),
    to: gridText(byId.get(column), derived),
  }))
}
