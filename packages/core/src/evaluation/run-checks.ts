import { type Finding, findCellPlace, type RegisterRow } from '../collection/index.ts'
import type { Cause } from '../formula/index.ts'
import type { Check } from '../packs/index.ts'
import { CheckScreen } from './check-screen.ts'
import type { DataRow } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import { fillMessage } from './fill-message.ts'
import type { PlaceEnvironment } from './place.ts'
import type { Program } from './program.ts'

export interface CheckOutcome {
  readonly findings: readonly Finding[]
  /** Cells that a failed hard check makes 存疑. */
  readonly doubts: ReadonlyMap<RegisterRow, ReadonlyMap<string, readonly Cause[]>>
}

interface Collected {
  readonly findings: Finding[]
  readonly doubts: Map<RegisterRow, Map<string, Cause[]>>
}

/** Tests every check of the pack. A check whose inputs are missing says nothing; one with a broken formula says so once. */
export function runChecks(evaluation: Evaluation): CheckOutcome {
  const collected: Collected = { findings: [], doubts: new Map() }
  const screen = new CheckScreen(evaluation)
  for (const check of evaluation.plan.pack.checks ?? []) {
    if (check.register !== undefined) checkRows(evaluation, screen, check, check.register, collected)
    else if (check.grain !== undefined) checkSubjects(evaluation, screen, check, check.grain, collected)
  }
  return collected
}

function checkRows(
  evaluation: Evaluation,
  screen: CheckScreen,
  check: Check,
  register: string,
  collected: Collected,
): void {
  const program = evaluation.plan.program({ register }, check.rule, 'truth')
  if (isBroken(program, check, collected)) return
  const table = evaluation.data.table(register)
  for (const at of table === undefined ? [] : screen.rows(program, table)) {
    const row = table?.rows[at]
    if (row === undefined) continue
    // What is wrong with a row that was refused as a whole has been said.
    if (row.source.refused?.row !== undefined) continue
    const environment = evaluation.atRow(row)
    if (program.run(environment).content !== false) continue
    const columns =
      check.columns ??
      program.expression?.dependencies.scalars.flatMap((id) => (id.startsWith('column:') ? [id.slice(7)] : [])) ??
      []
    const message = report(evaluation, check, environment, { row, column: columns[0] }, collected)
    if (check.severity === '强制') doubt(collected, check, message, row, columns)
  }
}

function checkSubjects(
  evaluation: Evaluation,
  screen: CheckScreen,
  check: Check,
  grain: string,
  collected: Collected,
): void {
  const program = evaluation.plan.program(grain, check.rule, 'truth')
  if (isBroken(program, check, collected)) return
  const place = evaluation.place(grain)
  for (const index of screen.subjects(program, grain)) {
    if (evaluation.inclusion(grain, index).state === 'excluded') continue
    const environment = place.at(index)
    if (program.run(environment).content !== false) continue
    const cells = cellsOf(environment, program, check.columns)
    const message = report(evaluation, check, environment, cells[0], collected)
    if (check.severity !== '强制') continue
    for (const cell of cells) doubt(collected, check, message, cell.row, cell.column === undefined ? [] : [cell.column])
  }
}

interface CellAt {
  readonly row: DataRow
  readonly column: string | undefined
}

/** Register cells at the subject that the rule reads and the check names. */
function cellsOf(
  environment: PlaceEnvironment,
  program: Program,
  columns: readonly string[] | undefined,
): readonly CellAt[] {
  return (program.expression?.dependencies.rowsets ?? []).flatMap((rowset) => {
    const table = environment.evaluation.data.table(rowset.id)
    if (table === undefined) return []
    const wanted = columns === undefined ? rowset.columns : columns.filter((column) => table.columns.has(column))
    const rows = new Set<unknown>(environment.rows(rowset.id).rows)
    return table.rows.filter((row) => rows.has(row)).flatMap((row) => wanted.map((column) => ({ row, column })))
  })
}

function report(
  evaluation: Evaluation,
  check: Check,
  environment: PlaceEnvironment,
  at: CellAt | undefined,
  collected: Collected,
): string {
  const message = fillMessage(evaluation.plan, check.message, environment.kind.where, environment)
  const subject = environment.kind.table?.subjects[environment.index]
  const unit = at?.row.unit !== undefined && at.row.unit !== '' ? at.row.unit : (subject?.unit ?? '')
  const source = at?.row.source.source
  const place = source === undefined || at?.column === undefined ? undefined : findCellPlace(source, at.column)
  collected.findings.push({
    level: 'check',
    code: check.severity === '强制' ? 'hard_check' : 'soft_check',
    message: unit === '' ? message : `${evaluation.data.nameOf(unit)}：${message}`,
    advice:
      check.severity === '强制'
        ? '请核对原始数据，更正后重新上报；更正前有关数据按存疑处理'
        : '请核实；情况属实的，请写明原因',
    ...(source === undefined ? {} : { file: source.file, sheet: source.sheet }),
    ...place,
    ...(at === undefined ? {} : { register: at.row.table.register.id }),
    ...(at?.column === undefined ? {} : { column: at.column }),
    ...(unit === '' ? {} : { unit, unit_name: evaluation.data.nameOf(unit) }),
    check: check.id,
  })
  return message
}

function doubt(collected: Collected, check: Check, message: string, row: DataRow, columns: readonly string[]): void {
  const cells = collected.doubts.get(row.source) ?? new Map<string, Cause[]>()
  collected.doubts.set(row.source, cells)
  const cause: Cause = {
    code: 'failed_check',
    message: `核对不符（${check.title}）：${message}`,
    register: row.table.register.id,
    ...(row.unit === '' ? {} : { unit: row.unit }),
  }
  for (const column of columns) cells.set(column, [...(cells.get(column) ?? []), { ...cause, column }])
}

function isBroken(program: Program, check: Check, collected: Collected): boolean {
  const problem = program.problems[0]
  if (problem === undefined) return false
  collected.findings.push({
    level: 'note',
    code: 'broken_check',
    message: `核对规则“${check.title}”的公式有误，未执行：${problem.message}`,
    advice: '请修改标准包中的这条规则',
    check: check.id,
  })
  return true
}
