import type { UploadEntry } from '@eduduty/core/collection'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { Task } from './get-task.ts'

/** Everything but the files themselves. */
export const uploadColumns = [
  'upload_id',
  'name',
  'way',
  'status',
  'rows_taken',
  'cells_changed',
  'faults',
  'says',
  'uploaded_by',
  'uploaded_at',
] as const

type UploadRow = Pick<Selectable<Tables['collection_uploads']>, (typeof uploadColumns)[number]> & {
  readonly has_marked: boolean
}

const statuses = ['taken', 'partly', 'refused', 'unchanged'] as const

/** Files that were sent for one task, newest first, without their content. */
export async function listUploads({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<UploadEntry[]> {
  const uploads = await db.run<UploadRow>(
    `select ${uploadColumns.join(', ')}, marked is not null as has_marked
     from collection_uploads where county_code = $1 and task_id = $2 order by uploaded_at desc, upload_id limit 50`,
    [row.county_code, row.task_id],
  )
  return uploads.map(presentUpload)
}

export function presentUpload(one: UploadRow): UploadEntry {
  return {
    upload_id: one.upload_id,
    name: one.name,
    way: one.way,
    status: statuses.find((status) => status === one.status) ?? 'refused',
    rows_taken: one.rows_taken,
    cells_changed: one.cells_changed,
    faults: one.faults,
    says: one.says,
    has_marked: one.has_marked,
    uploaded_by: one.uploaded_by,
    uploaded_at: one.uploaded_at,
  }
}
