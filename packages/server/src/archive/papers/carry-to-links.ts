import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import type { PaperKey } from './paper-row.ts'

/**
 * Brings what needs know of a paper up to date, wherever the needs stand: a unit may be served by a paper that it cannot
 * open, and the paper's keeper may not reach the unit.
 */
export async function carryToLinks(ctx: Ctx, { county, paper }: PaperKey): Promise<void> {
  await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run(
      `update archive_links l set title = p.title, file_name = p.file_name, media = p.media, made_on = p.made_on,
         valid_until = p.valid_until, is_withdrawn = p.withdrawn_at is not null, is_damaged = p.is_damaged,
         lacks = p.lacks,
         provided_by = p.provided_by, version_no = p.version_no,
         verdict = case when l.version_no = p.version_no then l.verdict end,
         reason = case when l.version_no = p.version_no then l.reason else '' end,
         reviewed_by = case when l.version_no = p.version_no then l.reviewed_by else '' end,
         reviewed_at = case when l.version_no = p.version_no then l.reviewed_at end
       from archive_papers p
       where l.county_code = $1 and l.paper_id = $2 and p.county_code = l.county_code and p.paper_id = l.paper_id`,
      [county, paper],
    ),
  )
}
