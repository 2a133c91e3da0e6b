import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { assertRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { addRegisterRows, removeRegisterRows } from '../rows/write-register-row.ts'
import { beginFilling } from '../tasks/begin-filling.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { startSubmission } from '../tasks/start-submission.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import { checkTask } from './check-task.ts'
import { listOpenCells } from './list-open-cells.ts'
import { noteChanges, noteRowsChanged } from './note-changes.ts'
import { keyValues } from './save-cells.ts'

/** Adds empty rows to a roster; returns their numbers. Errors: why the task takes nothing now; `request.invalid`. */
export async function addRows(ctx: Ctx, key: TaskKey, count: number): Promise<readonly number[]> {
  const task = await lockForFilling(ctx, key)
  const { row, pack } = task
  const register = pack.register(row.register)
  if (!isRoster(pack, row.register))
    throw new AppError('request.invalid', { reason: `《${register.title}》一个单位只有一行，不能加行` })
  if (!(await listOpenCells(ctx, task)).isWhole) throw new AppError('collection.cell_locked')
  const table = await getRegisterTable(ctx.db, pack, register)
  const submissionId = row.submission_id ?? (await startSubmission(ctx, task, row.version))
  const values = keyValues(task, table)
  const rows = Array.from({ length: count }, () => ({ values, refused: {} }))
  const owner = { county: row.county_code, submissionId, year: row.year, path: row.org_path }
  const numbers = await addRegisterRows(ctx.db, table, { ...owner, rows })
  for (const rowNo of numbers) await noteWhole(ctx, task, submissionId, rowNo, { from: '', to: '新增一行' })
  await beginFilling(ctx, task)
  await noteRowsChanged(ctx, task)
  ctx.audit({ action: 'collection.fill', subject: nameOf(task), detail: { rows: count } })
  return numbers
}

/**
 * Takes rows out of a roster, with a reason that stays in the history. Errors: as `addRows`; `collection.cell_locked`,
 * `collection.row_not_found`.
 */
export async function removeRows(
  ctx: Ctx,
  key: TaskKey,
  { rowNos, reason }: { readonly rowNos: readonly number[]; readonly reason: string },
  keyring: Keyring,
): Promise<Task> {
  const task = await lockForFilling(ctx, key)
  const { row, pack } = task
  const submissionId = row.submission_id
  if (submissionId === null) return task
  const open = await listOpenCells(ctx, task)
  if (!open.isWhole && rowNos.some((rowNo) => !open.has(rowNo, ''))) throw new AppError('collection.cell_locked')
  const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
  await assertRows(ctx.db, table, { county: row.county_code, submissionId }, rowNos)
  const removed = await removeRegisterRows(ctx.db, table, { county: row.county_code, submissionId }, rowNos)
  for (const rowNo of rowNos) await noteWhole(ctx, task, submissionId, rowNo, { from: '一行', to: '', reason })
  await noteRowsChanged(ctx, task)
  ctx.audit({ action: 'collection.fill', subject: nameOf(task), reason, detail: { rows: -removed } })
  await checkTask(ctx, await lockTask(ctx, key), keyring)
  return lockTask(ctx, key)
}

async function lockForFilling(ctx: Ctx, key: TaskKey): Promise<Task> {
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'fill')
  return task
}

function noteWhole(
  ctx: Ctx,
  task: Task,
  submissionId: string,
  rowNo: number,
  change: { readonly from: string; readonly to: string; readonly reason?: string },
): Promise<void> {
  const changes = [{ column: '', ...change }]
  return noteChanges(ctx, task, { submissionId, rowNo, way: 'page', fileId: undefined, changes })
}
