import { placesOfFigure, type ReportMentionSearch, type ReportMentions } from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { contentOf, type DraftRow, oneLine, stateOf } from './draft-row.ts'

/** Drafts that are looked through. */
const MOST = 50

type FoundDraft = Pick<DraftRow, 'county_code' | 'report_id' | 'title' | 'state' | 'content'>

/** Where figures stand in the drafts of its county, pack and year, as far as the caller reaches; last saved first. */
export async function listMentions(
  { db }: Pick<Ctx, 'db'>,
  { county, pack, year, figure: figures }: ReportMentionSearch,
): Promise<ReportMentions> {
  const rows = await db.run<FoundDraft>(
    `select county_code, report_id, title, state, content from reports_drafts
     where county_code = $1 and pack_id = $2 and year = $3
       and jsonb_path_exists(content, '$.**?(@ == $figures[*])', jsonb_build_object('figures', $4::text[]))
     order by saved_at desc, report_id limit ${MOST}`,
    [county, pack, year, figures],
  )
  return {
    mentions: rows.flatMap((row) => {
      const said = new Set<string>()
      const content = contentOf(row)
      return figures.flatMap((figure) =>
        placesOfFigure(content, figure).flatMap(({ block, text }) => {
          const place = JSON.stringify([block, text])
          if (said.has(place)) return []
          said.add(place)
          const { county_code: of, report_id: report } = row
          return [{ county: of, report, title: oneLine(row.title), state: stateOf(row), block, text, figure }]
        }),
      )
    }),
  }
}
