import { placesOfFigure, type ReportMentionSearch, type ReportMentions } from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { contentOf, type DraftRow, oneLine, stateOf } from './draft-row.ts'

/** Drafts that are looked through for one figure. */
const MOST = 50

type FoundDraft = Pick<DraftRow, 'county_code' | 'report_id' | 'title' | 'state' | 'content'>

/** Where a figure stands in the drafts of its county, pack and year, as far as the caller reaches; last saved first. */
export async function listMentions(
  { db }: Pick<Ctx, 'db'>,
  { county, pack, year, figure }: ReportMentionSearch,
): Promise<ReportMentions> {
  const rows = await db.run<FoundDraft>(
    `select county_code, report_id, title, state, content from reports_drafts
     where county_code = $1 and pack_id = $2 and year = $3
       and jsonb_path_exists(content, '$.**?(@ == $figure)', jsonb_build_object('figure', $4::text))
     order by saved_at desc, report_id limit ${MOST}`,
    [county, pack, year, figure],
  )
  return {
    mentions: rows.flatMap((row) =>
      placesOfFigure(contentOf(row), figure).map(({ block, text }) => ({
        county: row.county_code,
        report: row.report_id,
        title: oneLine(row.title),
        state: stateOf(row),
        block,
        text,
      })),
    ),
  }
}
