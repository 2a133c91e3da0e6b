import type { Ctx } from '../../platform/ctx.ts'

/**
 * Takes the papers, photographs and signatures of cases out for good: that they were there stays written, with number and
 * day; their files are removed by the next sweep. Gives how many. The caller reaches all of them.
 */
export async function destroyCasePapers(ctx: Ctx, county: string, cases: readonly string[]): Promise<number> {
  const gone = await ctx.db.run<{ paper_id: string }>(
    `update archive_papers set withdrawn_at = coalesce(withdrawn_at, $3), withdrawn_by = coalesce(withdrawn_by, $4),
       withdrawn_reason = coalesce(withdrawn_reason, '保管期满，已销毁'), bytes = 0
     where county_code = $1 and subject_kind = 'case' and subject_id = any($2::text[]) returning paper_id`,
    [county, cases, ctx.now, ctx.actor.name],
  )
  const papers = gone.map(({ paper_id: paper }) => paper)
  await ctx.db.run(
    `update archive_versions set destroyed_at = $3, bytes = 0 where county_code = $1 and paper_id = any($2::text[])`,
    [county, papers, ctx.now],
  )
  return papers.length
}
