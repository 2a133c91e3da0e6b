import type { Expression } from '../../formula/index.ts'
import { type CellRead, DEPTH, formulasBehind } from '../check-sides.ts'
import { DataRow } from '../dataset.ts'
import type { AtPlace } from '../evaluated-year.ts'
import { parseSymbolId } from '../symbol-id.ts'
import { columnsRead, leavesOf } from '../trace-leaves.ts'

/** Cells that a formula would read at a place if somebody had sent their row: each in an empty row that knows whose it is. */
export function absentCells(environment: AtPlace, expression: Expression, depth = DEPTH): readonly CellRead[] {
  const rows = new Map<string, DataRow>()
  const found = new Map<string, CellRead>()
  const add = ({ row, column }: CellRead): void => {
    const place = JSON.stringify([row.table.register.id, row.source.values])
    const kept = rows.get(place) ?? row
    rows.set(place, kept)
    found.set(`${place} ${column}`, { row: kept, column })
  }
  for (const leaf of leavesOf(expression.node)) {
    if (leaf.shifts.length > 0) continue
    if (leaf.kind === 'scalar') {
      const target = parseSymbolId(leaf.symbol.id)
      const node = target?.kind === 'node' ? environment.evaluation.plan.node(target.id) : undefined
      if (node === undefined || depth === 0) continue
      for (const { at, expression: inner } of formulasBehind(environment, node))
        for (const cell of absentCells(at, inner, depth - 1)) add(cell)
      continue
    }
    const rowset = leaf.kind === 'lookup' ? leaf.cell.rowset : leaf.rowset
    const row = rowset.single && rowset.source === 'register' ? emptyRow(environment, rowset.id) : undefined
    if (row !== undefined) for (const { column } of columnsRead(leaf)) add({ row, column: column.id })
  }
  return [...found.values()]
}

/** The one row that a place has in a register, where it is expected and has not come. */
function emptyRow(environment: AtPlace, register: string): DataRow | undefined {
  const { rows, absent } = environment.rows(register)
  const table = environment.evaluation.data.table(register)
  if (table === undefined || rows.length > 0 || absent.length === 0) return undefined
  const values = Object.fromEntries(
    [...table.dimensionColumns].map(([dimension, column]) => [column, environment.dimension(dimension)]),
  )
  const source = { file: '', sheet: '', row: undefined, cellOf: () => undefined }
  return new DataRow(table, { register, year: environment.evaluation.data.year, values, source }, -1)
}
