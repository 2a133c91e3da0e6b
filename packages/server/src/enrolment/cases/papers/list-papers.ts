import type { CasePaperView } from '@eduduty/core/enrolment'
import { standingPapers } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { CaseKey } from '../store/holding-row.ts'

/** The papers of a case that the reader's copies have, the first first; which of them the reader finds in the archive too. */
export async function listPapers(ctx: Pick<Ctx, 'db'>, { county, case: id }: CaseKey): Promise<CasePaperView[]> {
  const rows = await ctx.db.run<Omit<CasePaperView, 'is_filed'>>(
    `select distinct on (event_no, paper_id) paper_id as paper, kind, title, number, unit_name, made_on as on,
       person_name as by
     from enrolment_case_papers where county_code = $1 and case_id = $2 order by event_no, paper_id`,
    [county, id],
  )
  const filed = await standingPapers(
    ctx,
    county,
    rows.map(({ paper }) => paper),
  )
  return rows.map((row) => ({ ...row, is_filed: filed.has(row.paper) }))
}
