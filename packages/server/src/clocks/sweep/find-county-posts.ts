import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'

/** Where a post of the county's own government stands, by its title. */
export type CountyPosts = ReadonlyMap<string, OrgPath>

/**
 * Posts of a county's government and of its departments: what goes up to the county (`at: 县`) is told where the post is.
 * A title that stands in several departments and not in the government itself names none of them.
 */
export async function findCountyPosts({ db }: Ctx, county: string): Promise<CountyPosts> {
  const rows = await db.run<{ title: string; path: OrgPath }>(
    `select p.title, min(p.org_path) as path from organizations_posts p
     join organizations_units u on u.county_code = p.county_code and u.unit_id = p.unit_id
     where p.county_code = $1 and p.closed_on is null and (p.org_path = $2 or u.kind = 'department')
     group by p.title
     having count(distinct p.org_path) = 1 or bool_or(p.org_path = $2)`,
    [county, areaPath(county)],
  )
  return new Map(rows.map(({ title, path }) => [title, path]))
}
