import {
  type Cause,
  type Content,
  isDate,
  isList,
  printForReaders,
  type Row,
  rational,
  toDecimal,
} from '../formula/index.ts'
import { type Column, type DerivedColumn, derivationsOf } from '../packs/index.ts'
import { registersRead } from './check-program.ts'
import type { DataRow } from './dataset.ts'
import type { AtPlace } from './evaluated-year.ts'
import type { Evaluation } from './evaluation.ts'
import { pickedRows } from './trace-aggregate.ts'
import { leavesOf } from './trace-leaves.ts'

/** What rosters say about one cell of a register. */
export interface DerivedCell {
  readonly row: DataRow
  readonly column: string
  /** The formula in Chinese. */
  readonly formula: string
  /** As a register holds it; undefined where it cannot be told, `causes` saying why. */
  readonly value: string | boolean | undefined
  readonly causes: readonly Cause[]
  /** Registers that were read. */
  readonly rosters: readonly string[]
  /** Rows of them that the formula took. */
  readonly counted: number
}

/** Every cell of a register's rows that the pack derives from rosters; cells that are 不适用 are left out. */
export function deriveCells(evaluation: Evaluation, register: string): readonly DerivedCell[] {
  const table = evaluation.data.table(register)
  const columns = derivationsOf(evaluation.plan.pack, register)
  return (table?.rows ?? []).flatMap((row) => columns.flatMap((derived) => deriveCell(evaluation, row, derived) ?? []))
}

function deriveCell(evaluation: Evaluation, row: DataRow, derived: DerivedColumn): DerivedCell | undefined {
  const { plan } = evaluation
  const column = row.table.columns.get(derived.column)
  if (column === undefined) return undefined
  const where = { register: row.table.register.id }
  const at = evaluation.atRow(row)
  const holds = (formula: string | undefined) =>
    formula === undefined ? undefined : plan.program(where, formula, 'truth').run(at)
  const when = holds(derived.when)
  if (when?.content === false || holds(column.applicable)?.content === false) return undefined
  const program = plan.derivation(where, derived.formula, column)
  const { expression } = program
  const told = {
    row,
    column: column.id,
    formula: expression === undefined ? derived.formula : printForReaders(expression),
    rosters: [...registersRead(plan, expression)].filter((id) => id !== where.register),
  }
  if (when !== undefined && when.content !== true) return { ...told, value: undefined, causes: when.causes, counted: 0 }
  const value = program.run(at)
  const counted = expression === undefined ? 0 : countedRows(at, expression.node)
  const content = value.status === 'known' || value.status === 'doubtful' ? value.content : undefined
  const cell = content === undefined ? undefined : storedContent(content, column)
  const causes = cell === undefined && content !== undefined ? [notFitting(column)] : value.causes
  return { ...told, value: cell, causes: cell === undefined ? causes : [], counted }
}

function countedRows(at: AtPlace, node: Parameters<typeof leavesOf>[0]): number {
  const rows = new Set<Row>()
  for (const leaf of leavesOf(node)) {
    if (leaf.kind !== 'aggregate' || leaf.rowset.source !== 'register') continue
    for (const row of pickedRows(at, leaf, at.rows(leaf.rowset.id).rows)) rows.add(row)
  }
  return rows.size
}

/** Undefined for a number that the column cannot hold exactly. */
function storedContent(content: Content, { type }: Column): string | boolean | undefined {
  if (content instanceof rational.Rational) {
    const text = toDecimal(content)
    return type === 'integer' && text?.includes('.') === true ? undefined : text
  }
  if (isDate(content)) return content.date
  return isList(content) ? undefined : content
}

const notFitting = ({ title }: Column): Cause => ({
  code: 'derived_not_fitting',
  message: `得出的数填不进“${title}”这一栏`,
})
