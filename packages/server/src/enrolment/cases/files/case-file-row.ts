import type { CaseFileKind } from '@eduduty/core/enrolment'
import type { Queries } from '../../../platform/db/database.ts'
import type { CaseKey } from '../store/holding-row.ts'

export interface CaseFileRow {
  readonly file_id: string
  readonly event_no: number
  readonly kind: CaseFileKind
  readonly media: string
  readonly sha256: string
  readonly person_name: string
}

/** Pictures and signatures of a case that the reader's copies have, each once. */
export function readCaseFiles(db: Queries, { county, case: id }: CaseKey): Promise<readonly CaseFileRow[]> {
  return db.run<CaseFileRow & Record<string, string | number>>(
    `select distinct on (event_no, added_at, file_id) file_id, event_no, kind, media, sha256, person_name
     from enrolment_case_files where county_code = $1 and case_id = $2 order by event_no, added_at, file_id`,
    [county, id],
  )
}
