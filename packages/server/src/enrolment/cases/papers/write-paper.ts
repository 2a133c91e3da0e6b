import { layOutPaper, PaperContent } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { Value } from 'typebox/value'
import { writeReport } from '../../../platform/docx/write-report.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CaseActing } from '../acting.ts'
import { type CaseKey, getHoldings } from '../store/holding-row.ts'

export interface CasePaperKey extends CaseKey {
  readonly paper: string
}

interface KeptPaper {
  readonly title: string
  readonly number: string
  readonly content: unknown
  readonly made_on: string
}

/**
 * A paper as docx, as it was drawn up. It names the child in full (敏感个人信息): every download is one event of the log, with
 * the reason that was written for it. Errors: `enrolment.case_not_found`, `enrolment.paper_not_found`.
 */
export async function writePaper(
  { ctx }: CaseActing,
  key: CasePaperKey,
  reason: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [holding] = await getHoldings(ctx, key)
  const [row] = await ctx.db.run<KeptPaper>(
    `select title, number, content, made_on from enrolment_case_papers
     where county_code = $1 and case_id = $2 and paper_id = $3 limit 1`,
    [key.county, key.case, key.paper],
  )
  if (row === undefined || holding.destroyed_on !== null) throw new AppError('enrolment.paper_not_found')
  ctx.audit({
    action: 'enrolment.download_paper',
    subject: `${holding.township_name}${maskName(holding.child_name)}`,
    reason,
    detail: { case: key.case, paper: row.number },
  })
  const name = `${row.title} ${row.number}.docx`
  return {
    name,
    bytes: await writeReport(layOutPaper(Value.Parse(PaperContent, row.content), row.number, name), row.made_on),
  }
}
