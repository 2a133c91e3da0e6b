import type { CaseFileKind } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { type PictureCopy, type PictureRow, readPictures } from '../../pictures/picture-row.ts'
import type { CaseKey, StoredHolding } from '../store/holding-row.ts'

export type CaseFileRow = PictureRow<CaseFileKind>

/** Pictures, signatures and certificates of a case that the reader's copies have, each once; none of a destroyed case. */
export async function readCaseFiles(
  db: Queries,
  { county_code: county, case_id: id, destroyed_on: destroyed }: StoredHolding,
): Promise<readonly CaseFileRow[]> {
  return destroyed === null ? readPictures<CaseFileKind>(db, 'enrolment_case_files', { county, id }) : []
}

/** Writes files of one event into copies of the case. The caller reaches all of them. */
export async function insertCaseFiles(
  { db }: Pick<Ctx, 'db'>,
  { case: id }: CaseKey,
  eventNo: number,
  rows: readonly PictureCopy[],
): Promise<void> {
  await db.kysely
    .insertInto('enrolment_case_files')
    .values(rows.map((row) => ({ ...row, case_id: id, event_no: eventNo })))
    .execute()
}
