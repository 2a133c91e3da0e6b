import { type FiledPaper, PaperStanding } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'

interface FiledRow {
  readonly paper_id: string
  readonly title: string
  readonly standing: string
  readonly lacks: string
}

/** Papers that another record names, in its order, as they stand today; one beyond reach has no title. */
export async function listFiledPapers(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  county: string,
  ids: readonly string[],
): Promise<FiledPaper[]> {
  if (ids.length === 0) return []
  const rows = await db.run<FiledRow>(
    `select p.paper_id, p.title, p.lacks, case
         when p.withdrawn_at is not null then 'withdrawn'
         when p.valid_until < $3::date then 'expired'
         when bool_or(l.verdict = 'sufficient') then 'sufficient'
         when bool_or(l.verdict = 'insufficient') then 'insufficient'
         else 'unread' end as standing
     from archive_papers p
     left join archive_links l on l.county_code = p.county_code and l.paper_id = p.paper_id
     where p.county_code = $1 and p.paper_id = any($2::text[])
     group by p.county_code, p.paper_id`,
    [county, ids, dayOf(now)],
  )
  const found = new Map(rows.map((row) => [row.paper_id, row]))
  return ids.map((paper) => {
    const { title = '', standing = 'unread', lacks = '' } = found.get(paper) ?? {}
    return { paper, title, standing: Value.Parse(PaperStanding, standing), lacks }
  })
}
