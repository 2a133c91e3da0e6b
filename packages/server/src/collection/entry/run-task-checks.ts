import { checkFinding, checkForm } from '@eduduty/core/consistency'
import { checksTouching, programOfCheck, readsResults, registersRead } from '@eduduty/core/evaluation'
import { type Check, type Register, unitDimensions } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { Task } from '../tasks/get-task.ts'
import type { FoundProblem } from './checked-task.ts'
import { listHandedIn, readContextRows } from './context-rows.ts'
import { foreignSources } from './foreign-sources.ts'
import type { RuleRow } from './task-rows.ts'

/** Rows of a roster that stand beside a form; more are compared when the county is checked. */
const CONTEXT_ROWS = 5_000

/**
 * The pack's rules on the rows of a task, beside what the unit has in other registers and had a year ago. Rules over
 * the whole county are left to the check of the county: one unit's rows would be compared with everybody's.
 */
export async function runTaskChecks(
  ctx: Ctx,
  task: Task,
  rows: readonly RuleRow[],
  keyring: Keyring,
): Promise<readonly FoundProblem[]> {
  const { row, pack } = task
  const checks = new Map(formChecks(pack).map((check) => [check.id, check]))
  if (rows.length === 0 || checks.size === 0) return []
  const beside = await readBeside(ctx, task, keyring)
  const { failed } = checkForm({
    plan: pack.plan(),
    register: row.register,
    year: row.year,
    rows: [...rows.map((one) => one.row), ...beside.map((one) => one.row)],
  })
  const rowNos = rows.map(({ rowNo }) => rowNo)
  const sources = new Map<string, string>()
  const problems: FoundProblem[] = []
  for (const one of failed) {
    const check = checks.get(one.check)
    if (check === undefined) continue
    const source = sources.get(check.id) ?? (await foreignSources(ctx, task, check))
    sources.set(check.id, source)
    const finding = checkFinding(one, rowNos)
    problems.push(source === '' ? finding : { ...finding, advice: `${finding.advice}。${source}` })
  }
  return problems
}

/** Rules that can be judged with one unit's rows alone. */
export function formChecks({ pack }: TaskPack): readonly Check[] {
  const units = unitDimensions(pack)
  const grains = new Set(
    pack.grains?.flatMap(({ id, dimensions }) => (dimensions.some((dimension) => units.has(dimension)) ? [id] : [])),
  )
  return (pack.checks ?? []).filter(({ register, grain }) => register !== undefined || grains.has(grain ?? ''))
}

/** The unit's rows, this year and a year ago, in the registers that rules on this one read. */
export async function readBeside(ctx: Ctx, { row, pack }: Task, keyring: Keyring): Promise<readonly RuleRow[]> {
  const found: RuleRow[] = []
  const years = [row.year, row.year - 1]
  const handedIn = await listHandedIn(ctx.db, row.county_code, years)
  for (const register of pack.pack.registers.filter(registersBeside(pack, row.register))) {
    for (const year of years) {
      if (register.id === row.register && year === row.year) continue
      if (!handedIn.has(`${register.id} ${year}`)) continue
      const wanted = { county: row.county_code, path: row.org_path, year, register, limit: CONTEXT_ROWS }
      found.push(...(await readContextRows(ctx.db, pack, wanted, keyring)))
    }
  }
  return found
}

/**
 * Which registers stand beside a form: itself a year ago, those that rules on it stand in, and those that they read; all
 * where a rule names what is computed.
 */
export function registersBeside(pack: TaskPack, register: string): (other: Register) => boolean {
  const plan = pack.plan()
  const checks = checksTouching(plan, register)
  const rules = checks.flatMap((check) => programOfCheck(plan, check)?.expression ?? [])
  if (rules.some(readsResults)) return () => true
  const places = checks.flatMap((check) => check.register ?? [])
  const beside = new Set([register, ...places, ...rules.flatMap((rule) => [...registersRead(plan, rule)])])
  return ({ id }) => beside.has(id)
}
