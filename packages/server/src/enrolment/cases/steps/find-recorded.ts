import type { CaseStepped } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CaseKey } from '../store/holding-row.ts'

interface RecordedRow {
  readonly person_id: string
  readonly state: string
  readonly paper: string | null
}

/** What came of a record that was sent before with this key. The case is held against other changes. Errors: `enrolment.record_taken`. */
export async function findRecorded(
  { db, actor }: Ctx,
  { county, case: id }: CaseKey,
  key: string | undefined,
): Promise<CaseStepped | undefined> {
  if (key === undefined) return undefined
  const [row] = await db.run<RecordedRow>(
    `select e.person_id, e.state, p.paper_id as paper
     from enrolment_events e left join enrolment_case_papers p on p.county_code = e.county_code
       and p.case_id = e.case_id and p.holding_no = e.holding_no and p.event_no = e.event_no
     where e.county_code = $1 and e.case_id = $2 and e.record_key = $3 limit 1`,
    [county, id, key],
  )
  if (row === undefined) return undefined
  if (row.person_id !== actor.id) throw new AppError('enrolment.record_taken')
  return { case: id, state: row.state, ...(row.paper !== null && { paper: row.paper }) }
}
