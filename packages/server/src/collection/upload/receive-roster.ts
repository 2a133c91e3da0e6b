import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { DatabaseKind } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { loadRegister } from '../stream/load-register.ts'
import { getTask, lockTask, type Task } from '../tasks/get-task.ts'
import { codeOf, isListOfUnits, type TaskKey } from '../tasks/task-row.ts'
import { findSameRoster, keepSameRoster } from './keep-same-roster.ts'
import type { UploadOutcome } from './receive-upload.ts'
import { takenOrRefused } from './refuse-roster.ts'
import type { RosterUpload } from './roster-upload.ts'
import type { RunningLoads } from './running-loads.ts'
import { assertWhole, takeOrDrop } from './take-roster.ts'

export interface ReceiveParts {
  readonly db: { readonly kind: DatabaseKind }
  readonly door: Door
  readonly keyring: Keyring
  readonly running: RunningLoads
}

/**
 * Takes a whole roster: all its good rows become the task's rows in one step, wrong ones come back red; nothing changes
 * when the file is refused or the import is cancelled. Errors: why the task takes nothing now,
 * `collection.upload_unreadable`, `collection.upload_running`, `collection.upload_cancelled`.
 */
export async function receiveRoster(
  parts: ReceiveParts,
  caller: Caller,
  key: TaskKey,
  upload: RosterUpload,
): Promise<UploadOutcome> {
  const load = parts.running.begin(key)
  if (load === undefined) throw new AppError('collection.upload_running')
  try {
    const { task, table, same, corrects } = await parts.door.read(caller, async (ctx) => {
      const found = await getTask(ctx, key)
      await assertWhole(ctx, found)
      const own = found.pack.register(found.row.register)
      return {
        task: found,
        table: await getRegisterTable(ctx.db, found.pack, own),
        same: (await findSameRoster(ctx, found, upload)) !== undefined,
        corrects: await findCorrected(ctx, found),
      }
    })
    if (same) return await parts.door.write(caller, (ctx) => keepSame(ctx, key, { upload, keyring: parts.keyring }))
    const { row, pack } = task
    const outcome = await loadRegister(
      parts,
      caller,
      {
        path: upload.body.path,
        name: upload.name,
        pack: pack.pack,
        register: table.register,
        table: table.name,
        year: row.year,
        county: row.county_code,
        unit: { code: codeOf(row), name: row.unit_name, path: row.org_path },
        status: 'draft',
        // A list of units is about others than the office that keeps it.
        ...(isListOfUnits(pack, row.register) ? {} : { ownOnly: true as const }),
        ...(corrects !== undefined && { supersedes: corrects }),
        taskId: row.task_id,
        keyring: parts.keyring,
        ...(upload.mapping !== undefined && { mapping: upload.mapping }),
      },
      { signal: load.cancel.signal, onProgress: (progress) => Object.assign(load, { progress }) },
    )
    return await takeOrDrop(parts.door, caller, key, {
      upload,
      stored: takenOrRefused(task, outcome),
      before: row,
      cancel: load.cancel.signal,
      keyring: parts.keyring,
    })
  } finally {
    parts.running.end(key)
  }
}

/** Whoever changed the task since it was looked at keeps theirs, and the file has to come again. */
async function keepSame(
  ctx: Ctx,
  key: TaskKey,
  { upload, keyring }: { readonly upload: RosterUpload; readonly keyring: Keyring },
): Promise<UploadOutcome> {
  const task = await lockTask(ctx, key)
  await assertWhole(ctx, task)
  const same = await findSameRoster(ctx, task, upload)
  if (same === undefined) throw new AppError('collection.changed_meanwhile')
  return keepSameRoster(ctx, task, upload, { former: same, keyring })
}

/** A file that takes the place of rows is no new version of them: it corrects what they correct. */
async function findCorrected({ db }: Ctx, { row }: Task): Promise<string | undefined> {
  const [present] = await db.run<{ supersedes: string | null }>(
    'select supersedes from collection_submissions where county_code = $1 and submission_id = $2',
    [row.county_code, row.submission_id],
  )
  return present?.supersedes ?? undefined
}
