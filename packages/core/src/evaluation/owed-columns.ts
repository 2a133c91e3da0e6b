import type { Column } from '../packs/index.ts'
import type { DataRow } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'

/**
 * What a row that came in still lacks: cells that were refused, and blank ones that the register or a failed mandatory
 * check asks for. A row that was refused as a whole is no report at all, and owes everything.
 */
export function owedColumns(evaluation: Evaluation, row: DataRow): { id: string; title: string }[] {
  const { register, doubts } = row.table
  const { values, refused } = row.source
  if (refused?.row !== undefined) return []
  const asked = doubts.get(row.source)
  const isAsked = ({ id, required }: Column): boolean =>
    id !== register.year_column && (required === true || asked?.has(id) === true)
  return register.columns
    .filter((column) => values[column.id] === undefined)
    .filter(
      (column) =>
        refused?.cells?.[column.id] !== undefined || (isAsked(column) && mayApply(evaluation, row, column.applicable)),
    )
    .map(({ id, title }) => ({ id, title }))
}

/** Only a condition that is surely false makes a blank cell 不适用. */
function mayApply(evaluation: Evaluation, row: DataRow, condition: string | undefined): boolean {
  if (condition === undefined) return true
  const where = { register: row.table.register.id }
  return evaluation.plan.program(where, condition, 'truth').run(evaluation.atRow(row)).content !== false
}
