import { CASE_FILE_DAYS, CASE_FILES_MOST, type CareVisitView, type CasePictureKind } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { ChildKey } from '../store/child-row.ts'
import { type ReadHead, readRecords } from '../store/records.ts'

export interface CareFileRow {
  readonly file_id: string
  readonly visit_no: number
  readonly kind: CasePictureKind
  readonly media: string
  readonly sha256: string
  readonly person_name: string
}

/** A visit as its pictures know it. */
export interface PicturedVisit extends ReadHead {
  readonly person_id: string
  readonly record_key: string | null
}

/** Pictures and signatures of visits to a child that the reader's copies have, each once. */
export function readCareFiles(db: Queries, { county, child }: ChildKey): Promise<readonly CareFileRow[]> {
  return db.run<CareFileRow & Record<string, string | number>>(
    `select distinct on (visit_no, added_at, file_id) file_id, visit_no, kind, media, sha256, person_name
     from enrolment_care_files where county_code = $1 and child_id = $2 order by visit_no, added_at, file_id`,
    [county, child],
  )
}

export const readPictured = (db: Queries, key: ChildKey): Promise<PicturedVisit[]> =>
  readRecords<PicturedVisit>(db, 'enrolment_care_visits', key)

const DAY = 86_400_000

/** Whether somebody may still add pictures to a visit: to their own, not long after it was recorded. */
export function mayPicture({ actor, now }: Pick<Ctx, 'actor' | 'now'>, visit: PicturedVisit): boolean {
  const age = now.getTime() - new Date(visit.recorded_at).getTime()
  return visit.record_key !== null && visit.person_id === actor.id && age < CASE_FILE_DAYS * DAY
}

/** What is shown with a visit: its pictures, and by which key the reader may add more. */
export function picturesOf(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  visit: PicturedVisit,
  files: readonly CareFileRow[],
  isHeld: boolean,
): Pick<CareVisitView, 'files' | 'attach_key'> {
  const own = files.filter(({ visit_no: no }) => no === visit.record_no)
  const key = isHeld && own.length < CASE_FILES_MOST && mayPicture(ctx, visit) ? visit.record_key : null
  return {
    files: own.map(({ file_id: file, kind, person_name: by }) => ({ file, kind, by })),
    ...(key !== null && { attach_key: key }),
  }
}
