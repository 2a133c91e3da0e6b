import type { Ctx } from '../../platform/ctx.ts'

/** Titles of those of the papers named that are within reach, not withdrawn, and of no case: those prove nothing else. */
export async function findPaperTitles(
  { db }: Pick<Ctx, 'db'>,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.run<{ paper_id: string; title: string }>(
    `select paper_id, title from archive_papers
     where county_code = $1 and paper_id = any($2::text[]) and withdrawn_at is null and subject_id is null`,
    [county, ids],
  )
  return new Map(rows.map(({ paper_id: id, title }) => [id, title]))
}
