import type { Queries } from '../../platform/db/database.ts'
import type { ChosenSubmission } from './choose-submissions.ts'

/** A sheet that rows came from whole. */
export interface FileName {
  readonly file: string
  readonly sheet: string
  /** Absent for a file of a folder that was read. */
  readonly uploadId: string | undefined
}

/** Names of the files that rosters were imported from; their sheets are not kept, their rows are. */
export async function readImportNames(db: Queries, county: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.run<{ file_id: string; name: string }>(
    `select distinct f.file_id, f.name from collection_files f
     join collection_submissions s on s.county_code = f.county_code and s.file_id = f.file_id
     where f.county_code = $1 and s.task_id is not null`,
    [county],
  )
  return new Map(rows.map(({ file_id, name }) => [file_id, name]))
}

/** The files that these submissions were read from, by file id and number of the sheet. */
export async function readFileNames(
  db: Queries,
  county: string,
  submissions: readonly ChosenSubmission[],
): Promise<ReadonlyMap<string, FileName>> {
  if (submissions.length === 0) return new Map()
  const rows = await db.run<{
    file_id: string
    sheet_no: number
    file: string
    sheet: string
    upload_id: string | null
  }>(
    `select h.file_id, h.sheet_no, f.name as file, h.name as sheet,
       (select min(u.upload_id) from collection_uploads u where u.county_code = h.county_code and u.file_id = h.file_id)
         as upload_id
     from collection_sheets h
     join collection_files f on f.county_code = h.county_code and f.file_id = h.file_id
     where h.county_code = $1`,
    [county],
  )
  return new Map(
    rows.map(({ file_id, sheet_no, file, sheet, upload_id }) => [
      `${file_id} ${sheet_no}`,
      { file, sheet, uploadId: upload_id ?? undefined },
    ]),
  )
}
