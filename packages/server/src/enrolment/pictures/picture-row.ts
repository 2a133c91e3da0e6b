import type { CaseFileKind, CasePictureKind } from '@eduduty/core/enrolment'
import type { TakenFile } from '../../archive/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { HeldChild } from '../holding/held-child.ts'

/** Where files of records stand, each with the columns that say of what, and of which record of it. */
const keysOf = {
  enrolment_case_files: { subject: 'case_id', record: 'event_no' },
  enrolment_care_files: { subject: 'child_id', record: 'visit_no' },
} as const

/** A file of a record: a picture, a signature, or a certificate where the table takes them. */
export interface PictureRow<Kind extends CaseFileKind = CasePictureKind> {
  readonly file_id: string
  readonly record_no: number
  readonly kind: Kind
  readonly media: string
  readonly sha256: string
  readonly person_name: string
}

/** Files of a case or a child that the reader's copies have, each once, by record and in the order of coming. */
export function readPictures<Kind extends CaseFileKind>(
  db: Queries,
  table: keyof typeof keysOf,
  { county, id }: { readonly county: string; readonly id: string },
): Promise<readonly PictureRow<Kind>[]> {
  const { subject, record } = keysOf[table]
  return db.run<PictureRow<Kind>>(
    `select distinct on (${record}, added_at, file_id) file_id, ${record} as record_no, kind, media, sha256, person_name
     from ${table} where county_code = $1 and ${subject} = $2 order by ${record}, added_at, file_id`,
    [county, id],
  )
}

interface NewPicture {
  readonly id: string
  readonly kind: CaseFileKind
  readonly file: Pick<TakenFile, 'bytes' | 'sha256'> & { readonly media: string }
}

/** One row of a file for each copy of the child, but for the case or child and the record, which the table's owner names. */
export const rowsOfPicture = (
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  { id, kind, file }: NewPicture,
  holders: readonly HeldChild[],
) =>
  holders.map(({ county_code, holding_no, org_path }) => ({
    county_code,
    holding_no,
    org_path,
    file_id: id,
    kind,
    media: file.media,
    bytes: file.bytes,
    sha256: file.sha256,
    person_name: actor.name,
    added_at: now,
  }))

export type PictureCopy = ReturnType<typeof rowsOfPicture>[number]
