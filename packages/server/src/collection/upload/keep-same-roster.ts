import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { openUpload } from '../files/sealed-files.ts'
import { getTask, nameOf, type Task } from '../tasks/get-task.ts'
import { presentTask } from '../tasks/task-row.ts'
import type { UploadOutcome } from './receive-upload.ts'
import type { RosterUpload } from './roster-upload.ts'
import { storeUpload } from './store-upload.ts'

interface Former {
  readonly upload_id: string
  readonly is_sealed: boolean
  readonly faults: number
  readonly rows_taken: number
  readonly marked: Uint8Array | null
}

/** The import of this very file that the task's rows still are; undefined after any change, and of a task that was returned. */
export async function findSameRoster(
  { db }: Pick<Ctx, 'db'>,
  { row }: Task,
  { body, mapping }: RosterUpload,
): Promise<Former | undefined> {
  if (row.submission_id === null || row.state === 'returned' || mapping !== undefined) return undefined
  const [former] = await db.run<Former>(
    `select u.upload_id, u.is_sealed, u.faults, u.rows_taken, u.marked from collection_uploads u
     where u.county_code = $1 and u.task_id = $2 and u.sha256 = $3 and u.status in ('taken', 'partly') and not u.is_mapped
       and not exists (select from collection_uploads n where n.county_code = $1 and n.task_id = $2
         and n.status in ('taken', 'partly') and n.uploaded_at > u.uploaded_at)
       and not exists (select from collection_cell_changes c where c.county_code = $1 and c.task_id = $2
         and c.changed_at >= u.uploaded_at)
     order by u.uploaded_at desc limit 1`,
    [row.county_code, row.task_id, body.sha256],
  )
  return former
}

/** Notes that the same roster came again; nothing else changes. */
export async function keepSameRoster(
  ctx: Ctx,
  task: Task,
  { name, body }: RosterUpload,
  { former, keyring }: { readonly former: Former; readonly keyring: Keyring },
): Promise<UploadOutcome> {
  const { faults, rows_taken, marked } = former
  const kept = { county: task.row.county_code, uploadId: former.upload_id, isSealed: former.is_sealed }
  const stillMarked = marked === null ? undefined : openUpload(keyring, 'marked', { ...kept, bytes: marked })
  const upload = await storeUpload(ctx, task, {
    uploadId: randomUUID(),
    // The file itself was kept when it came first.
    file: { name, bytes: new Uint8Array() },
    sha256: body.sha256,
    way: 'upload',
    status: 'unchanged',
    rowsTaken: 0,
    cellsChanged: 0,
    faults,
    says: `与上次导入的是同一个文件（${rows_taken} 行），没有改动${faults > 0 ? `；其中 ${faults} 处有错` : ''}`,
    marked: stillMarked,
    keyring,
  })
  ctx.audit({ action: 'collection.upload', subject: nameOf(task), detail: { file: name, rows: 0, faults } })
  const after = await getTask(ctx, { county: task.row.county_code, taskId: task.row.task_id })
  return { upload, task: presentTask(after.row, after.pack), reading: [], findings: [], marked: stillMarked }
}
