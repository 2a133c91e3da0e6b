import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { keyValues } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask, nameOf, type Task } from '../tasks/get-task.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import { makeTemplate } from '../write-template.ts'

/** Rows of a roster that a template brings along; bigger ones are exported from the roster itself. */
const ROWS = 2_000

export interface TaskFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The template of a task with what is filled already; masked numbers are left out. Errors: `collection.task_not_found`. */
export async function makeTaskTemplate(ctx: Ctx, key: TaskKey, keyring: Keyring): Promise<TaskFile> {
  const task = await getTask(ctx, key)
  const { row, pack } = task
  const register = pack.register(row.register)
  const roster = isRoster(pack, row.register)
  const bytes = await makeTemplate(register, pack.pack.codes ?? [], {
    vertical: !roster,
    title: `${row.year}年${row.unit_name}${register.title}`,
    records: await listTemplateRecords(ctx, task, keyring),
  })
  ctx.audit({ action: 'collection.download', subject: nameOf(task) })
  return { name: `${row.unit_name}-${register.title}-${row.year}`, bytes }
}

/** What a task holds, as texts by id of column; the one record of its unit where nothing is filled yet. */
export async function listTemplateRecords(
  ctx: Ctx,
  task: Task,
  keyring: Keyring,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { row, pack } = task
  const register = pack.register(row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const guard = guardOf(keyring, register, row.county_code)
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', limit: ROWS }
  const stored = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, wanted)
  if (stored.length === 0) return [keyValues(task, table)]
  const sealed = register.columns.filter(isSealed).map(({ id }) => id)
  return stored.map((one) => {
    const { cells, refused } = showRow(pack, register, one, guard)
    const shown: Record<string, string> = { ...cells, ...refused }
    for (const id of sealed) delete shown[id]
    return shown
  })
}
