import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Finding } from '@eduduty/core/collection'
import { findUnitColumn } from '@eduduty/core/packs'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { DatabaseKind } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { FoundProblem } from '../entry/checked-task.ts'
import { listOpenCells } from '../entry/open-cells.ts'
import { storeFindings } from '../entry/store-findings.ts'
import { assertMay } from '../review/assert-may.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { loadRegister } from '../stream/load-register.ts'
import { getTask, lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { codeOf, presentTask, type TaskKey, type TaskRow } from '../tasks/task-row.ts'
import { findSameRoster, keepSameRoster } from './keep-same-roster.ts'
import { markedRoster } from './marked-roster.ts'
import type { UploadOutcome } from './receive-upload.ts'
import { refuseForeign, type StoredRoster, takenOrRefused } from './refuse-roster.ts'
import type { RosterUpload } from './roster-upload.ts'
import type { RunningLoads } from './running-loads.ts'
import { storeUpload } from './store-upload.ts'

export interface ReceiveParts {
  readonly db: { readonly kind: DatabaseKind }
  readonly door: Door
  readonly keyring: Keyring
  readonly running: RunningLoads
}

/** Files up to this size are kept as they were sent. */
const KEPT_BYTES = 64 * 1024 * 1024

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
    if (same) return await parts.door.write(caller, (ctx) => keepSame(ctx, key, upload))
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
        ownOnly: true,
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
    })
  } finally {
    parts.running.end(key)
  }
}

/** Whoever changed the task since it was looked at keeps theirs, and the file has to come again. */
async function keepSame(ctx: Ctx, key: TaskKey, upload: RosterUpload): Promise<UploadOutcome> {
  const task = await lockTask(ctx, key)
  await assertWhole(ctx, task)
  const same = await findSameRoster(ctx, task, upload)
  if (same === undefined) throw new AppError('collection.changed_meanwhile')
  return keepSameRoster(ctx, task, upload, same)
}

interface Taking {
  readonly upload: RosterUpload
  readonly stored: StoredRoster
  /** The task as it was when the import began. */
  readonly before: TaskRow
  readonly cancel: AbortSignal
}

/** What the task did not want in the end leaves nothing behind. */
async function takeOrDrop(door: Door, caller: Caller, key: TaskKey, taking: Taking): Promise<UploadOutcome> {
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
  { upload, stored, before }: Taking,
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
    problems: problemsOf(task, findings),
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
  })
  if (row.state === 'not_started') await noteEvent(ctx, row, { action: 'fill', state: 'filling' })
  ctx.audit({ action: 'collection.upload', subject: nameOf(task), detail: { file: upload.name, rows, faults } })
  const after = await getTask(ctx, key)
  return { upload: entry, task: presentTask(after.row, after.pack), reading: findings, findings: [], marked }
}

/** A whole roster can be sent only where the whole is open; it answers whatever was returned of it. */
async function assertWhole(ctx: Ctx, task: Task): Promise<void> {
  await assertMay(ctx, task, 'fill')
  if (!(await listOpenCells(ctx, task)).isWhole) throw new AppError('collection.cell_locked')
}

/** A file that takes the place of rows is no new version of them: it corrects what they correct. */
async function findCorrected({ db }: Ctx, { row }: Task): Promise<string | undefined> {
  const [present] = await db.run<{ supersedes: string | null }>(
    'select supersedes from collection_submissions where county_code = $1 and submission_id = $2',
    [row.county_code, row.submission_id],
  )
  return present?.supersedes ?? undefined
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
  await ctx.db.kysely
    .updateTable('collection_tasks')
    .set({
      submission_id: submission,
      ...(row.state === 'not_started' && { state: 'filling', state_at: ctx.now, state_by: ctx.actor.name }),
    })
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .execute()
}

/** Wrong cells were left out and stand in the marked file; what rules say is asked of whoever sent it. */
function problemsOf({ row, pack }: Task, findings: readonly Finding[]): readonly FoundProblem[] {
  const checks = new Map((pack.pack.checks ?? []).map((check) => [check.id, check]))
  const unit = findUnitColumn(pack.pack, pack.register(row.register))?.id
  return findings
    .filter(({ level }) => level === 'check' || level === 'error')
    .map((finding) => {
      const check = finding.check === undefined ? undefined : checks.get(finding.check)
      const hard = finding.level === 'error' || check?.severity === '强制'
      const place = [finding.sheet, finding.cell].filter((part) => part !== undefined).join(' ')
      return {
        kind: finding.level === 'error' ? ('cell' as const) : ('check' as const),
        severity: hard ? ('hard' as const) : ('soft' as const),
        code: finding.code,
        check: finding.check ?? '',
        title: check?.title ?? '',
        rowNo: 0,
        columns: finding.column === undefined || finding.column === unit ? [] : [finding.column],
        message: place === '' ? finding.message : `${place}：${finding.message}`,
        advice: finding.advice ?? '',
      }
    })
}
