import type { Ctx } from '../../platform/ctx.ts'

export interface CasePaper {
  readonly paper_id: string
  readonly media: string
  readonly bytes: number
  readonly sha256: string
}

/** Papers that somebody has filed with a case, by the ids by which the case knows them; what is not theirs is left out. */
export function findCasePapers(
  { db, actor }: Ctx,
  { county, case: id }: { readonly county: string; readonly case: string },
  papers: readonly string[],
): Promise<readonly CasePaper[]> {
  return db.run<CasePaper>(
    `select paper_id, media, bytes, sha256 from archive_papers
     where county_code = $1 and subject_kind = 'case' and subject_id = $2 and paper_id = any($3::text[]) and provided_by = $4 and withdrawn_at is null`,
    [county, id, papers, actor.id],
  )
}
