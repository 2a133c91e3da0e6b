import { findCellPlace } from '../collection/index.ts'
import { type AggregateNode, type ColumnNode, compileNode, type Expression, type Row } from '../formula/index.ts'
import { causeViews } from './cause-view.ts'
import { DataRow } from './dataset.ts'
import type { AtPlace } from './evaluated-year.ts'
import type { PlaceEnvironment } from './place.ts'
import { recordAt } from './recorder.ts'
import { shownValue } from './show.ts'
import { cellText } from './subject-view.ts'
import type { AggregateUse, RowUse } from './trace.ts'
import { columnsRead, type LookupNode, partText } from './trace-leaves.ts'
import { worstFiguresFirst, worstRowsFirst } from './worst-first.ts'

/** Rows listed with one aggregate, the worst first; all are counted. */
const LISTED = 200

/** What an aggregate, or one cell of a register, stood on: rows with file, sheet and cell, or figures of subjects. */
export function aggregateUse(
  environment: PlaceEnvironment,
  expression: Expression,
  node: AggregateNode | LookupNode,
): AggregateUse {
  const rowset = node.kind === 'aggregate' ? node.rowset : node.cell.rowset
  const recorder = recordAt(environment)
  const result = compileNode(node)(recorder, undefined)
  const view = node.shifts.length === 0 ? environment.rows(rowset.id) : environment.rowsAt(rowset.id, node.shifts)
  const picked = pickedRows(environment, node, view.rows)
  const columns = columnsRead(node)
  const rows = worstRowsFirst(environment, node, picked)
    .slice(0, LISTED)
    .flatMap((row) => (row instanceof DataRow ? [rowUse(environment, row, columns)] : []))
  return {
    text: partText(expression, node),
    result: shownValue(result, undefined),
    ...(rowset.source === 'register' ? { register: rowset.id, register_title: rowset.title } : {}),
    row_count: picked.length,
    rows,
    figures: [...worstFiguresFirst(environment.evaluation, [...recorder.figures])],
    missing: causeViews(environment.evaluation.data, [
      ...new Set([...view.absent, ...(result.status === 'missing' ? result.causes : [])]),
    ]),
  }
}

/** Rows that the condition takes, or may take while a cell is missing. */
export function pickedRows(
  environment: AtPlace,
  node: AggregateNode | LookupNode,
  rows: readonly Row[],
): readonly Row[] {
  if (node.filter === undefined) return rows
  const filter = compileNode(node.filter)
  return rows.filter((row) => {
    const meant = filter(environment, row)
    return meant.content === true || meant.status === 'missing'
  })
}

export function rowUse(environment: PlaceEnvironment, row: DataRow, columns: readonly ColumnNode[]): RowUse {
  const { data, plan } = environment.evaluation
  const { source, table, unit } = row
  return {
    ...(unit === '' ? {} : { unit, name: data.nameOf(unit) }),
    cells: columns.map(({ column }) => {
      const declared = table.columns.get(column.id)
      const value = source.values[column.id]
      const at = findCellPlace(source.source, column.id)
      return {
        column: column.id,
        title: column.title,
        ...(column.unit === undefined ? {} : { unit: column.unit }),
        ...(value === undefined || declared === undefined ? {} : { value: cellText(plan.pack, declared, value) }),
        ...(at === undefined ? {} : { at }),
      }
    }),
  }
}
