import type { CasePaperView } from '@eduduty/core/enrolment'
import type { Queries } from '../../../platform/db/database.ts'
import type { CaseKey } from '../store/holding-row.ts'

/** The papers of a case that the reader's copies have, the first first. */
export function listPapers(db: Queries, { county, case: id }: CaseKey): Promise<CasePaperView[]> {
  return db.run<CasePaperView>(
    `select distinct on (event_no, paper_id) paper_id as paper, kind, title, number, unit_name, made_on as on,
       person_name as by
     from enrolment_case_papers where county_code = $1 and case_id = $2 order by event_no, paper_id`,
    [county, id],
  )
}
