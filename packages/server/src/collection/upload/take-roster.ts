import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { listOpenCells } from '../entry/list-open-cells.ts'
import { storeFindings } from '../entry/store-findings.ts'
import { assertMay } from '../review/assert-may.ts'
import { getTask, lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { setTask } from '../tasks/set-task.ts'
import { presentTask, type TaskKey, type TaskRow } from '../tasks/task-row.ts'
import { markedRoster } from './marked-roster.ts'
import type { UploadOutcome } from './receive-upload.ts'
import { refuseForeign, type StoredRoster } from './refuse-roster.ts'
import { rosterProblems } from './roster-problems.ts'
import type { RosterUpload } from './roster-upload.ts'
import { storeUpload } from './store-upload.ts'

/** Files up to this size are kept as they were sent. */
const KEPT_BYTES = 64 * 1024 * 1024

export interface Taking {
  readonly upload: RosterUpload
  readonly stored: StoredRoster
  /** The task as it was when the import began. */
  readonly before: TaskRow
  readonly cancel: AbortSignal
  readonly keyring: Keyring
}

/** What the task did not want in the end leaves nothing behind. */
export async function takeOrDrop(door: Door, caller: Caller, key: TaskKey, taking: Taking): Promise<UploadOutcome> {
  try {
    const marked = await markedRoster(taking.upload, taking.stored.summary.findings)
    if (taking.cancel.aborted) throw new AppError('collection.upload_cancelled')
    return await door.write(caller, (ctx) => take(ctx, key, taking, marked))
  } catch (error) {
    await door.write(caller, ({ db }) =>
      db.kysely
        .deleteFrom('collection_submissions')
        .where('county_code', '=', key.county)
        .where('submission_id', '=', taking.stored.submission)
        .execute(),
    )
    throw error
  }
}

/** The new rows take the place of the old ones; whoever changed the task meanwhile keeps theirs, and this is refused. */
async function take(
  ctx: Ctx,
  key: TaskKey,
  { upload, stored, before, keyring }: Taking,
  marked: Uint8Array | undefined,
): Promise<UploadOutcome> {
  const task = await lockTask(ctx, key)
  await assertWhole(ctx, task)
  const { row } = task
  if (row.submission_id !== before.submission_id || row.rows_changed_at !== before.rows_changed_at)
    throw new AppError('collection.changed_meanwhile')
  refuseForeign(task, stored.summary)
  await supersede(ctx, task, stored.submission)
  await answerReturns(ctx, task)
  const { counts, rows, cells, findings } = stored.summary
  const faults = counts.reduce((sum, { level, count }) => sum + (level === 'error' ? count : 0), 0)
  await storeFindings(ctx, task, {
    ...(await rosterProblems(ctx.db, task, stored)),
    filledCells: cells,
    notApplicable: new Map(),
  })
  const kept = upload.body.bytes <= KEPT_BYTES
  const entry = await storeUpload(ctx, task, {
    uploadId: randomUUID(),
    file: { name: upload.name, bytes: kept ? await readFile(upload.body.path) : new Uint8Array() },
    sha256: upload.body.sha256,
    way: 'upload',
    status: faults > 0 ? 'partly' : 'taken',
    rowsTaken: rows,
    cellsChanged: 0,
    faults,
    says: `采用 ${rows} 行${faults > 0 ? `，${faults} 处有错${marked === undefined ? '' : '，已标红退回'}` : ''}${kept ? '' : '；文件较大，原件未留存'}`,
    marked,
    isMapped: upload.mapping !== undefined,
    keyring,
  })
  if (row.state === 'not_started') await noteEvent(ctx, row, { action: 'fill', state: 'filling' })
  ctx.audit({ action: 'collection.upload', subject: nameOf(task), detail: { file: upload.name, rows, faults } })
  const after = await getTask(ctx, key)
  return { upload: entry, task: presentTask(after.row, after.pack), reading: findings, findings: [], marked }
}

/** A whole roster can be sent only where the whole is open; it answers whatever was returned of it. */
export async function assertWhole(ctx: Ctx, task: Task): Promise<void> {
  await assertMay(ctx, task, 'fill')
  if (!(await listOpenCells(ctx, task)).isWhole) throw new AppError('collection.cell_locked')
}

async function answerReturns({ db, now }: Ctx, { row }: Task): Promise<void> {
  await db.run(
    `update collection_returned_cells set answered_at = $3
     where county_code = $1 and task_id = $2 and settled_at is null and answered_at is null`,
    [row.county_code, row.task_id, now],
  )
}

async function supersede(ctx: Ctx, { row }: Task, submission: string): Promise<void> {
  if (row.submission_id !== null)
    await ctx.db.kysely
      .updateTable('collection_submissions')
      .set({ status: 'superseded' })
      .where('county_code', '=', row.county_code)
      .where('submission_id', '=', row.submission_id)
      .where('status', '<>', 'frozen')
      .execute()
  await setTask(ctx.db, row, {
    submission_id: submission,
    ...(row.state === 'not_started' && { state: 'filling', state_at: ctx.now, state_by: ctx.actor.name }),
  })
}
