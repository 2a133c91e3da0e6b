import type { Caller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTask } from '../tasks/get-task.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import { type ReceiveParts, receiveRoster } from './receive-roster.ts'
import { receiveUpload, type UploadOutcome } from './receive-upload.ts'
import type { RosterUpload } from './roster-upload.ts'

export type { ReceiveParts }

/** The most that a roster may weigh. */
export const ROSTER_BYTES = 512 * 1024 * 1024
/** The most that a form of one row may weigh. */
export const FORM_BYTES = 32 * 1024 * 1024

/**
 * Takes a file for a task, as a roster or as a form of one row, whichever the task asks for. Errors: `request.no_file`,
 * `request.too_large`, and those of `receiveRoster` and `receiveUpload`.
 */
export async function receiveFile(
  parts: ReceiveParts,
  caller: Caller,
  key: TaskKey,
  upload: RosterUpload,
): Promise<UploadOutcome> {
  const { name, body, mapping } = upload
  if (body.bytes === 0) throw new AppError('request.no_file')
  const roster = await parts.door.read(caller, async (ctx) => {
    const { row, pack } = await getTask(ctx, key)
    return isRoster(pack, row.register)
  })
  if (body.bytes > (roster ? ROSTER_BYTES : FORM_BYTES)) throw new AppError('request.too_large')
  if (roster) return receiveRoster(parts, caller, key, upload)
  const { door, keyring } = parts
  return receiveUpload(door, caller, key, {
    file: await body.whole(name),
    keyring,
    ...(mapping !== undefined && { mapping }),
  })
}
