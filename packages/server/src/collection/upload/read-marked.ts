import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTask, nameOf } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { TaskFile } from './task-template.ts'

/** The marked copy of a file that was sent. Errors: `collection.task_not_found`, `request.not_found`. */
export async function readMarked(ctx: Ctx, key: TaskKey, uploadId: string): Promise<TaskFile> {
  const task = await getTask(ctx, key)
  const upload = await ctx.db.kysely
    .selectFrom('collection_uploads')
    .select(['name', 'marked'])
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.taskId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  if (upload === undefined || upload.marked === null) throw new AppError('request.not_found')
  ctx.audit({ action: 'collection.download', subject: nameOf(task), detail: { file: upload.name } })
  return { name: `${upload.name.replace(/\.[^.]*$/, '')}-退回修改`, bytes: upload.marked }
}
