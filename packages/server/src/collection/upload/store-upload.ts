import type { UploadEntry } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { sealUpload } from '../files/sealed-files.ts'
import type { Task } from '../tasks/get-task.ts'
import { presentUpload, uploadColumns } from '../tasks/list-uploads.ts'
import type { SentFile } from './read-upload.ts'

export interface UploadToStore {
  readonly uploadId: string
  readonly file: SentFile
  readonly sha256: string
  readonly way: 'upload' | 'packet' | 'statistics'
  readonly status: 'taken' | 'partly' | 'refused' | 'unchanged'
  readonly rowsTaken: number
  readonly cellsChanged: number
  readonly faults: number
  readonly says: string
  readonly marked: Uint8Array | undefined
  /** Read by a mapping of its own: read without one, the same file may say something else. */
  readonly isMapped?: boolean
  /** Seals the file and its marked copy. */
  readonly keyring: Keyring
}

/** Keeps a file that was sent, what came of it, and the marked copy that goes back; returns it as it is listed. */
export async function storeUpload(ctx: Ctx, { row }: Task, upload: UploadToStore): Promise<UploadEntry> {
  const place = { county: row.county_code, uploadId: upload.uploadId }
  const { keyring, marked } = upload
  const stored = await ctx.db.kysely
    .insertInto('collection_uploads')
    .values({
      county_code: row.county_code,
      upload_id: upload.uploadId,
      task_id: row.task_id,
      name: upload.file.name,
      sha256: upload.sha256,
      bytes: upload.file.bytes.byteLength,
      way: upload.way,
      status: upload.status,
      rows_taken: upload.rowsTaken,
      cells_changed: upload.cellsChanged,
      faults: upload.faults,
      says: upload.says,
      content: sealUpload(keyring, place, 'content', upload.file.bytes),
      marked: marked === undefined ? null : sealUpload(keyring, place, 'marked', marked),
      is_sealed: true,
      is_mapped: upload.isMapped ?? false,
      uploaded_by: ctx.actor.name,
      uploaded_at: ctx.now,
      org_path: row.org_path,
    })
    .returning(uploadColumns)
    .executeTakeFirstOrThrow()
  return presentUpload({ ...stored, has_marked: marked !== undefined })
}
