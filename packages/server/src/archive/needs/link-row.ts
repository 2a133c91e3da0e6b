import { type NeedPaper, ReviewVerdict, type ServingPaper } from '@eduduty/core/archive'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'

export interface StoredLink {
  readonly need_id: string
  readonly paper_id: string
  readonly org_path: string
  readonly version_no: number
  readonly title: string
  readonly file_name: string
  readonly media: string
  readonly paper_unit_name: string
  readonly made_on: string | null
  readonly valid_until: string | null
  readonly filed_on: string
  readonly provided_by: string
  readonly is_withdrawn: boolean
  readonly is_damaged: boolean
  readonly lacks: string
  readonly verdict: string | null
  readonly reason: string
  readonly reviewed_by: string
  /** Whether the caller reaches the paper itself. */
  readonly is_visible: boolean
}

/** Papers of needs, in the order in which they were put to use. */
export function linksOf(db: Queries, county: string, needs: readonly string[]): Promise<readonly StoredLink[]> {
  return db.run<StoredLink>(
    `select l.need_id, l.paper_id, l.org_path, l.version_no, l.title, l.file_name, l.media, l.paper_unit_name,
       l.made_on, l.valid_until, l.filed_on, l.provided_by, l.is_withdrawn, l.is_damaged, l.lacks, l.verdict, l.reason,
       l.reviewed_by, p.paper_id is not null as is_visible
     from archive_links l
     left join archive_papers p on p.county_code = l.county_code and p.paper_id = l.paper_id
     where l.county_code = $1 and l.need_id = any($2::text[]) order by l.linked_at, l.paper_id`,
    [county, needs],
  )
}

export function verdictOf({ verdict }: Pick<StoredLink, 'verdict'>): NeedPaper['verdict'] {
  return Value.Check(ReviewVerdict, verdict) ? verdict : undefined
}

export const servingOf = (link: StoredLink): ServingPaper => ({
  title: link.title,
  validUntil: link.valid_until ?? undefined,
  verdict: verdictOf(link),
  reason: link.reason,
  isWithdrawn: link.is_withdrawn,
  isDamaged: link.is_damaged,
  lacks: link.lacks,
})
