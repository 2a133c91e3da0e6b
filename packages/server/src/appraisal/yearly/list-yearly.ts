import type { YearlySet, YearlySets } from '@eduduty/core/appraisal'
import { areaPath } from '@eduduty/core/organizations'
import { findUnitNames } from '../../organizations/index.ts'
import type { Viewer } from '../views/sight.ts'
import { reachesAll } from './yearly-key.ts'

type Found = Omit<YearlySet, 'county_name'>

/** Ratings and years that were appraised in counties all of whose units one reaches, the newest first. */
export async function listYearly(viewer: Viewer): Promise<YearlySets> {
  const { db } = viewer.ctx
  const rows = await db.run<Found>(
    `select county_code as county, year, pack_id as pack, max(pack_title) as pack_title, rating_id as rating,
       max(rating_title) as rating_title, count(*) as units, count(*) filter (where version > 0) as concluded
     from appraisal_appraisals where state <> 'cancelled'
     group by county_code, year, pack_id, rating_id order by year desc, county_code, max(pack_title), rating_id`,
  )
  const seen = rows.filter(({ county }) => reachesAll(viewer, 'appraisal.read', county))
  const names = new Map<string, string>()
  for (const county of new Set(seen.map((row) => row.county))) names.set(county, await nameOfCounty(viewer, county))
  return { sets: seen.map((row) => ({ ...row, county_name: names.get(row.county) ?? row.county })) }
}

export async function nameOfCounty({ ctx }: Pick<Viewer, 'ctx'>, county: string): Promise<string> {
  const path = areaPath(county)
  return (await findUnitNames(ctx.db, county, [path])).get(path) ?? county
}
