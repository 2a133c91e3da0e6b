import type { CellChange } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import { type ChangeWay, changeWays } from './note-changes.ts'

interface ChangeRow {
  readonly old_text: string | null
  readonly new_text: string | null
  readonly way: ChangeWay
  readonly actor_name: string
  readonly changed_at: string
  readonly file: string | null
  readonly sheet: string | null
  readonly cell: string | null
  readonly reason: string | null
}

/** Changes of one cell, newest first. */
export async function readChanges(
  { db }: Pick<Ctx, 'db'>,
  { row }: Task,
  rowNo: number,
  column: string,
  limit = 50,
): Promise<CellChange[]> {
  const rows = await db.run<ChangeRow>(
    `select old_text, new_text, reason, way, actor_name, changed_at, sheet, cell,
       (select u.name from collection_uploads u where u.county_code = c.county_code and u.upload_id = c.file_id) as file
     from collection_cell_changes c
     where county_code = $1 and task_id = $2 and row_no = $3 and column_id = $4 order by change_no desc limit $5`,
    [row.county_code, row.task_id, rowNo, column, limit],
  )
  return rows.map((one) => ({
    old_text: one.old_text ?? '',
    new_text: one.new_text ?? '',
    way: changeWays[one.way],
    by: one.actor_name,
    at: one.changed_at,
    ...(one.file !== null && { file: one.file }),
    ...(one.sheet !== null && one.cell !== null && { place: `${one.sheet} ${one.cell}` }),
    ...(one.reason !== null && { reason: one.reason }),
  }))
}

/** Who changed a cell last, and when; nothing for one that nobody has. */
export async function findLastChange(
  ctx: Pick<Ctx, 'db'>,
  task: Task,
  rowNo: number,
  column: string,
): Promise<{ readonly by?: string; readonly at?: string }> {
  const [last] = await readChanges(ctx, task, rowNo, column, 1)
  return last === undefined ? {} : { by: last.by, at: last.at }
}
