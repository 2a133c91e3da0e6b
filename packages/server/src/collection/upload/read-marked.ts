import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { openUpload } from '../files/sealed-files.ts'
import { getTask, nameOf } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { TaskFile } from './task-template.ts'

/** The marked copy of a file that was sent. Errors: `collection.task_not_found`, `request.not_found`. */
export async function readMarked(ctx: Ctx, key: TaskKey, uploadId: string, keyring: Keyring): Promise<TaskFile> {
  const task = await getTask(ctx, key)
  const upload = await ctx.db.kysely
    .selectFrom('collection_uploads')
    .select(['name', 'marked', 'is_sealed'])
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.taskId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  if (upload === undefined || upload.marked === null) throw new AppError('request.not_found')
  ctx.audit({ action: 'collection.download', subject: nameOf(task), detail: { file: upload.name } })
  const kept = { county: key.county, uploadId, bytes: upload.marked, isSealed: upload.is_sealed }
  return { name: `${upload.name.replace(/\.[^.]*$/, '')}-退回修改`, bytes: openUpload(keyring, 'marked', kept) }
}
