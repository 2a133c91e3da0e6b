import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'

/** Notes of all papers whose file has this content that it is damaged, or sound again; their needs hear of it. Gives how many changed. */
export async function markContent(ctx: Ctx, county: string, sha256: string, isDamaged: boolean): Promise<number> {
  return reaching(ctx, [areaPath(county)], async () => {
    const parameters = [county, sha256, isDamaged]
    const changed = await ctx.db.run(
      `update archive_versions set is_damaged = $3 where county_code = $1 and sha256 = $2 and is_damaged <> $3
       returning paper_id`,
      parameters,
    )
    if (changed.length === 0) return 0
    await ctx.db.run(
      'update archive_papers set is_damaged = $3 where county_code = $1 and sha256 = $2 and is_damaged <> $3',
      parameters,
    )
    await ctx.db.run(
      `update archive_links l set is_damaged = $3 from archive_papers p
       where l.county_code = $1 and p.county_code = l.county_code and p.paper_id = l.paper_id and p.sha256 = $2`,
      parameters,
    )
    return changed.length
  })
}
