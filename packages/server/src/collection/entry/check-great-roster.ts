import { setImmediate as nextTurn } from 'node:timers/promises'
import { WHOLE_REGISTER } from '@eduduty/core/collection'
import { planRowChecks } from '@eduduty/core/evaluation'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { isGreatRoster } from '../rows/great-roster.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { getTask, lockTask, type Task } from '../tasks/get-task.ts'
import { isStale, type TaskKey } from '../tasks/task-row.ts'
import type { CheckedTask, FoundProblem } from './checked-task.ts'
import { inspectRows } from './inspect-rows.ts'
import { problemOfFinding } from './problem-of-finding.ts'
import { storeFindings } from './store-findings.ts'
import { type RuleRow, ruleRows } from './task-rows.ts'

/** Rows between which others get their turn. */
const BATCH_ROWS = 500

/**
 * Checks a roster that is too great for one go and whose rows were changed by hand since it was checked: row by row, in
 * short reads, and keeps what it found where nobody changed a row meanwhile. Anything else is left to `checkTask`.
 * Errors: `collection.task_not_found`, why the task takes nothing now, `collection.stale_checks`.
 */
export async function checkGreatRoster(door: Door, caller: Caller, key: TaskKey, keyring: Keyring): Promise<void> {
  const found = await door.read(caller, async (ctx) => {
    const task = await getTask(ctx, key)
    await assertMay(ctx, task, 'fill')
    const { row, pack } = task
    if (row.submission_id === null || !isStale(row)) return undefined
    const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
    const own = { county: row.county_code, submissionId: row.submission_id }
    return (await isGreatRoster(ctx.db, table, own)) ? { task, table, own } : undefined
  })
  if (found === undefined) return
  const { task, table, own } = found
  const check = rowCheckOf(task, table, keyring)
  const problems: FoundProblem[] = []
  let filledCells = 0
  for (let after = 0; ; ) {
    const rows = await door.read(caller, ({ db }) => readRegisterRows(db, table, { ...own, after, limit: BATCH_ROWS }))
    const checked = check(rows)
    problems.push(...checked.problems)
    filledCells += checked.filledCells
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH_ROWS) break
    after = last.rowNo
    await nextTurn()
  }
  await door.write(caller, async (ctx) => {
    const now = await lockTask(ctx, key)
    await assertMay(ctx, now, 'fill')
    const { row } = now
    if (row.submission_id !== own.submissionId || row.rows_changed_at !== task.row.rows_changed_at)
      throw new AppError('collection.stale_checks', { table: table.register.title })
    await storeFindings(ctx, { ...task, row }, { problems, filledCells, notApplicable: new Map() })
  })
}

/** Cells, blanks, and the rules that look at nothing but the row. */
function rowCheckOf(task: Task, { register }: RegisterTable, keyring: Keyring) {
  const { row, pack } = task
  const guard = guardOf(keyring, register, row.county_code)
  const rules = planRowChecks(pack.plan(), register, row.year, { countyCode: row.county_code })
  const checks = new Map((pack.pack.checks ?? []).map((check) => [check.id, check]))
  return (stored: readonly StoredRow[]): Pick<CheckedTask, 'problems' | 'filledCells'> => {
    const rows = ruleRows(register, row.year, stored, guard)
    const { problems, filledCells } = inspectRows(task, register, rows)
    const failed = rules.run(rows.map(numbered)).map((finding) =>
      problemOfFinding(finding, checks.get(finding.check ?? ''), {
        rowNo: Number(finding.sheet ?? WHOLE_REGISTER),
        columns: finding.column === undefined ? [] : [finding.column],
      }),
    )
    return { problems: [...problems, ...failed], filledCells }
  }
}

/** A row that is stored has no sheet: its number stands there, to be found again in what is said of it. */
function numbered({ row, rowNo }: RuleRow): RuleRow['row'] {
  return { ...row, source: { ...row.source, sheet: String(rowNo) } }
}
