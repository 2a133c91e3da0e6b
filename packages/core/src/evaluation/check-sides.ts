import { type FindingCell, type FindingSide, findCellPlace } from '../collection/index.ts'
import type { Expression, Row } from '../formula/index.ts'
import type { Check, CheckSide } from '../packs/index.ts'
import { DataRow } from './dataset.ts'
import type { AtPlace } from './evaluated-year.ts'
import { parseFigureId } from './figure-id.ts'
import type { NodePlan } from './plan-node.ts'
import { figuresAt } from './recorder.ts'
import { shownValue, withUnit } from './show.ts'
import { parseSymbolId } from './symbol-id.ts'
import { pickedRows } from './trace-aggregate.ts'
import { columnsRead, type Leaf, leavesOf } from './trace-leaves.ts'

/** Cells listed with one side; all are counted. */
const LISTED = 20
/** Elements built on elements are followed so far. */
export const DEPTH = 6

/** A cell of a register that a formula read. */
export interface CellRead {
  readonly row: DataRow
  readonly column: string
}

/** Both sides of a failed check as they stand at a place: label, value, cells. */
export function sidesAt(environment: AtPlace, check: Check): readonly FindingSide[] {
  const { sides } = check
  return sides === undefined ? [] : [sideAt(environment, sides.left), sideAt(environment, sides.right)]
}

function sideAt(environment: AtPlace, side: CheckSide): FindingSide {
  const program = environment.evaluation.plan.program(environment.kind.where, side.formula)
  const cells = program.expression === undefined ? [] : cellsRead(environment, program.expression)
  return {
    label: side.label,
    value: withUnit(shownValue(program.run(environment), displayOf(side)), program.expression?.unit),
    cells: cells.slice(0, LISTED).flatMap(cellView),
    cell_count: cells.length,
  }
}

/** How a side is printed: as it was rounded, else with its own decimals. */
export function displayOf(side: CheckSide): { readonly decimals: number } | undefined {
  const decimals = side.decimals ?? side.rounded?.decimals
  return decimals === undefined ? undefined : { decimals }
}

function cellView({ row, column }: CellRead): FindingCell[] {
  const place = findCellPlace(row.source.source, column)
  const { register } = row.table
  return place === undefined ? [] : [{ register: register.id, column, ...place }]
}

/** Every register cell that a formula reads at a place, through the elements it names, in the order of reading. */
export function cellsRead(environment: AtPlace, expression: Expression, depth = DEPTH): readonly CellRead[] {
  const found = new Map<DataRow, Set<string>>()
  for (const leaf of leavesOf(expression.node))
    for (const { row, column } of leafCells(environment, leaf, depth))
      found.set(row, (found.get(row) ?? new Set<string>()).add(column))
  return [...found].flatMap(([row, columns]) => [...columns].map((column) => ({ row, column })))
}

function leafCells(environment: AtPlace, leaf: Leaf, depth: number): readonly CellRead[] {
  if (leaf.kind === 'scalar') return scalarCells(environment, leaf, depth)
  const rowset = leaf.kind === 'aggregate' ? leaf.rowset : leaf.cell.rowset
  const view = leaf.shifts.length === 0 ? environment.rows(rowset.id) : environment.rowsAt(rowset.id, leaf.shifts)
  const columns = columnsRead(leaf).map(({ column }) => column.id)
  const rows: readonly Row[] = pickedRows(environment, leaf, view.rows)
  if (rowset.source === 'register')
    return rows.flatMap((row) =>
      row instanceof DataRow ? namedColumns(row, columns).map((column) => ({ row, column })) : [],
    )
  const { plan } = environment.evaluation
  return columns.flatMap((column) => {
    const node = plan.node(column.split('.')[0] ?? '')
    return node === undefined ? [] : nodeCells(environment, node, depth)
  })
}

/** A row that is only counted is shown by its key. */
function namedColumns(row: DataRow, columns: readonly string[]): readonly string[] {
  return columns.length > 0 ? columns : [...row.table.dimensionColumns.values()].slice(-1)
}

function scalarCells(
  environment: AtPlace,
  leaf: Leaf & { readonly kind: 'scalar' },
  depth: number,
): readonly CellRead[] {
  const target = parseSymbolId(leaf.symbol.id)
  const there = leaf.shifts.length === 0 ? environment : environment.shiftedPlace(leaf.shifts)
  if (there === undefined) return []
  if (target?.kind === 'column') return there.row === undefined ? [] : [{ row: there.row, column: target.id }]
  const node = target?.kind === 'node' ? there.evaluation.plan.node(target.id) : undefined
  return node === undefined ? [] : nodeCells(there, node, depth)
}

function nodeCells(environment: AtPlace, node: NodePlan, depth: number): readonly CellRead[] {
  if (depth === 0) return []
  return formulasBehind(environment, node).flatMap(({ at, expression }) => cellsRead(at, expression, depth - 1))
}

/** The formulas that a named figure is computed by at a place, each where it stands. */
export function formulasBehind(
  environment: AtPlace,
  node: NodePlan,
): readonly { readonly at: AtPlace; readonly expression: Expression }[] {
  const { evaluation } = environment
  return figuresAt(environment, node).flatMap((figure) => {
    const index = evaluation.subjects(node.grain).indexOf(parseFigureId(figure)?.subject ?? '')
    const expression = index === undefined ? undefined : evaluation.variantAt(node, index)?.formula.expression
    if (index === undefined || expression === undefined) return []
    return [{ at: evaluation.place(node.grain).at(index), expression }]
  })
}
