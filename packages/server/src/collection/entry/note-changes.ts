import type { CellPlace } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import { setTask } from '../tasks/set-task.ts'

export type ChangeWay = 'page' | 'upload' | 'packet' | 'derived' | 'statistics' | 'copied' | 'counted'

export const changeWays: Readonly<Record<ChangeWay, string>> = {
  page: '页面填写',
  upload: '上传文件',
  packet: '离线包',
  derived: '采用名册推算',
  statistics: '采用教基报表',
  copied: '上年复制',
  counted: '采用工作机制计数',
}

export interface ChangesToNote {
  readonly submissionId: string
  readonly rowNo: number
  readonly way: ChangeWay
  readonly fileId: string | undefined
  readonly changes: readonly {
    readonly column: string
    readonly from: string
    readonly to: string
    /** Why a row was taken out. */
    readonly reason?: string
    /** Where in the file it stands. */
    readonly place?: Pick<CellPlace, 'sheet' | 'cell'>
  }[]
}

/** Keeps what each cell held before and holds now, with who changed it; and marks returned cells as answered. */
export async function noteChanges(ctx: Ctx, { row }: Task, noted: ChangesToNote): Promise<void> {
  await ctx.db.loadRows(
    'collection_cell_changes',
    [
      'county_code',
      'task_id',
      'submission_id',
      'row_no',
      'column_id',
      'old_text',
      'new_text',
      'reason',
      'way',
      'file_id',
      'sheet',
      'cell',
      'actor_id',
      'actor_name',
      'changed_at',
      'org_path',
    ],
    noted.changes.map(({ column, from, to, reason, place }) => [
      row.county_code,
      row.task_id,
      noted.submissionId,
      noted.rowNo,
      column,
      from === '' ? null : from,
      to === '' ? null : to,
      reason ?? null,
      noted.way,
      noted.fileId ?? null,
      place?.sheet ?? null,
      place?.cell ?? null,
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
      row.org_path,
    ]),
  )
  await ctx.db.run(
    `update collection_returned_cells set answered_at = $4
     where county_code = $1 and task_id = $2 and settled_at is null and answered_at is null
       and (row_no = $3 or row_no = 0) and (column_id = any($5::text[]) or column_id = '')`,
    [row.county_code, row.task_id, noted.rowNo, ctx.now, noted.changes.map(({ column }) => column)],
  )
}

/** The rows are others than those that were checked last. */
export async function noteRowsChanged({ db, now }: Pick<Ctx, 'db' | 'now'>, { row }: Task): Promise<void> {
  await setTask(db, row, { rows_changed_at: now })
}
