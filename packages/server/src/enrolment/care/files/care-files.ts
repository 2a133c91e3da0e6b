import type { CasePictureKind } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { PicturedRecord } from '../../pictures/may-add-picture.ts'
import { type PictureCopy, type PictureRow, readPictures } from '../../pictures/picture-row.ts'
import type { ChildKey } from '../store/child-row.ts'
import { type ReadHead, readRecords } from '../store/records.ts'

/** A visit as its pictures know it. */
export type PicturedVisit = ReadHead & PicturedRecord

export const readPictured = (db: Queries, key: ChildKey): Promise<PicturedVisit[]> =>
  readRecords<PicturedVisit>(db, 'enrolment_care_visits', key)

/** Pictures and signatures of visits to a child that the reader's copies have, each once. Children in care are never destroyed, as cases are. */
export const readCareFiles = (db: Queries, { county, child: id }: ChildKey): Promise<readonly PictureRow[]> =>
  readPictures<CasePictureKind>(db, 'enrolment_care_files', { county, id })

/** Writes a file of one visit into copies of the child. The caller reaches all of them. */
export async function insertCareFiles(
  { db }: Pick<Ctx, 'db'>,
  { child }: ChildKey,
  visitNo: number,
  rows: readonly PictureCopy[],
): Promise<void> {
  await db.kysely
    .insertInto('enrolment_care_files')
    .values(rows.map((row) => ({ ...row, child_id: child, visit_no: visitNo })))
    .execute()
}
