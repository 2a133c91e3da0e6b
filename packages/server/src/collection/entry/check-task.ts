import { blankFindings } from '@eduduty/core/consistency'
import type { Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { isGreatRoster } from '../rows/great-roster.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import type { CheckedTask } from './checked-task.ts'
import { findTaskOutliers, keptOutliers } from './find-task-outliers.ts'
import { inspectRows } from './inspect-rows.ts'
import { runTaskChecks } from './run-task-checks.ts'
import { keepFindings, storeFindings } from './store-findings.ts'
import { ruleRows } from './task-rows.ts'

/**
 * Checks everything a task holds and keeps what was found: cells, blanks, the pack's rules. With `peers` it is compared
 * with other units as well, which takes longer; without, what such a comparison found before stays while its cell does.
 */
export async function checkTask(
  ctx: Ctx,
  task: Task,
  keyring: Keyring,
  { peers = false }: { readonly peers?: boolean } = {},
): Promise<CheckedTask> {
  const { row, pack } = task
  const register = pack.register(row.register)
  if (row.submission_id === null) return storeFindings(ctx, task, nothingFilled(register))
  const table = await getRegisterTable(ctx.db, pack, register)
  const own = { county: row.county_code, submissionId: row.submission_id }
  if (await isGreatRoster(ctx.db, table, own)) return keepFindings(ctx, task)
  const stored = await readRegisterRows(ctx.db, table, own)
  const rows = ruleRows(register, row.year, stored, guardOf(keyring, register, row.county_code))
  const cells = inspectRows(task, register, rows)
  const problems = [
    ...cells.problems,
    ...(await runTaskChecks(ctx, task, rows, keyring)),
    ...(peers ? await findTaskOutliers(ctx, task, rows, keyring) : await keptOutliers(ctx, task, rows)),
  ]
  return storeFindings(ctx, task, { ...cells, problems })
}

function nothingFilled(register: Register): CheckedTask {
  const columns = register.columns.filter(({ required }) => required === true).map(({ id }) => id)
  return { problems: blankFindings(register, 0, columns), filledCells: 0, notApplicable: new Map() }
}
