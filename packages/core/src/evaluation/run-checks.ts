import { type Finding, findCellPlace, type RegisterRow } from '../collection/index.ts'
import type { Cause } from '../formula/index.ts'
import { type Check, ruleOf } from '../packs/index.ts'
import { checkMessage, differenceAt } from './check-message.ts'
import { CheckScreen } from './check-screen.ts'
import { type CellRead, cellsRead, sidesAt } from './check-sides.ts'
import type { DataRow, Doubts } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import type { PlaceEnvironment } from './place.ts'
import type { Program } from './program.ts'

export interface CheckOutcome {
  readonly findings: readonly Finding[]
  /** Cells that a failed hard check makes 存疑. */
  readonly doubts: Doubts
}

interface Collected {
  readonly findings: Finding[]
  readonly doubts: Map<RegisterRow, Map<string, Cause[]>>
}

/** Tests the checks of the pack, all or some. A check whose inputs are missing says nothing; one with a broken formula says so once. */
export function runChecks(
  evaluation: Evaluation,
  checks: readonly Check[] = evaluation.plan.pack.checks ?? [],
): CheckOutcome {
  const outcomes = [...stepChecks(evaluation, checks)]
  return { findings: outcomes.flatMap(({ findings }) => findings), doubts: joinDoubts(outcomes) }
}

/** The same one check at a time, in the order of the pack, for those who let others get in between or keep each outcome. */
export function* stepChecks(
  evaluation: Evaluation,
  checks: readonly Check[] = evaluation.plan.pack.checks ?? [],
): Generator<CheckOutcome & { readonly check: Check }, void> {
  const screen = new CheckScreen(evaluation)
  for (const check of checks) {
    const collected: Collected = { findings: [], doubts: new Map() }
    runCheck(evaluation, screen, check, collected)
    yield { check, ...collected }
  }
}

/** What several checks doubt, together. */
export function joinDoubts(outcomes: Iterable<Pick<CheckOutcome, 'doubts'>>): Doubts {
  const all = new Map<RegisterRow, Map<string, readonly Cause[]>>()
  for (const { doubts } of outcomes)
    for (const [row, cells] of doubts) {
      const joined = all.get(row) ?? new Map<string, readonly Cause[]>()
      all.set(row, joined)
      for (const [column, causes] of cells) joined.set(column, [...(joined.get(column) ?? []), ...causes])
    }
  return all
}

function runCheck(evaluation: Evaluation, screen: CheckScreen, check: Check, collected: Collected): void {
  if (check.register !== undefined) checkRows(evaluation, screen, check, check.register, collected)
  else if (check.grain !== undefined) checkSubjects(evaluation, screen, check, check.grain, collected)
}

function checkRows(
  evaluation: Evaluation,
  screen: CheckScreen,
  check: Check,
  register: string,
  collected: Collected,
): void {
  const program = evaluation.plan.program({ register }, ruleOf(check), 'truth')
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
    const message = report(check, environment, { row, column: columns[0] }, collected)
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
  const program = evaluation.plan.program(grain, ruleOf(check), 'truth')
  if (isBroken(program, check, collected)) return
  const place = evaluation.place(grain)
  for (const index of screen.subjects(program, grain)) {
    if (evaluation.inclusion(grain, index).state === 'excluded') continue
    const environment = place.at(index)
    if (program.run(environment).content !== false) continue
    const cells = doubtfulCells(environment, program, check)
    const message = report(check, environment, cells[0], collected)
    if (check.severity !== '强制') continue
    for (const { row, column } of cells) doubt(collected, check, message, row, [column])
  }
}

/** Register cells of this year that the rule reads; only those that the check names, where it names some. */
function doubtfulCells(environment: PlaceEnvironment, program: Program, check: Check): readonly CellRead[] {
  if (program.expression === undefined) return []
  const { year } = environment.evaluation.data
  const read = cellsRead(environment, program.expression).filter(({ row }) => row.source.year === year)
  const wanted = check.columns
  if (wanted === undefined) return read
  const named = new Map<DataRow, ReadonlySet<string>>()
  for (const { row } of read)
    if (!named.has(row)) named.set(row, new Set(wanted.filter((column) => row.table.columns.has(column))))
  return [...named].flatMap(([row, columns]) => [...columns].map((column) => ({ row, column })))
}

interface CellAt {
  readonly row: DataRow
  readonly column: string | undefined
}

function report(check: Check, environment: PlaceEnvironment, at: CellAt | undefined, collected: Collected): string {
  const sides = sidesAt(environment, check)
  const message = checkMessage(environment, check, sides)
  const difference = differenceAt(environment, check)
  const { data } = environment.evaluation
  const subject = environment.kind.table?.subjects[environment.index]
  const unit = at?.row.unit !== undefined && at.row.unit !== '' ? at.row.unit : (subject?.unit ?? '')
  const source = at?.row.source.source
  const place = source === undefined || at?.column === undefined ? undefined : findCellPlace(source, at.column)
  collected.findings.push({
    level: 'check',
    code: check.severity === '强制' ? 'hard_check' : 'soft_check',
    message: unit === '' ? message : `${data.nameOf(unit)}：${message}`,
    advice: check.advice ?? usualAdvice(check),
    ...(source === undefined ? {} : { file: source.file, sheet: source.sheet }),
    ...place,
    ...(at === undefined ? {} : { register: at.row.table.register.id }),
    ...(at?.column === undefined ? {} : { column: at.column }),
    ...(unit === '' ? {} : { unit, unit_name: data.nameOf(unit) }),
    check: check.id,
    ...(check.kind === undefined ? {} : { check_kind: check.kind }),
    ...(sides.length === 0 ? {} : { sides: [...sides] }),
    ...(difference === undefined ? {} : { difference }),
  })
  return message
}

function usualAdvice({ severity }: Check): string {
  return severity === '强制'
    ? '请核对原始数据，更正后重新上报；更正前有关数据按存疑处理'
    : '请核实；情况属实的，请写明原因'
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
