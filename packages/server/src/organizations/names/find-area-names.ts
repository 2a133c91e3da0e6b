import { areaPath, fullAreaCode, type OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

/** Present names of the provinces, cities and counties among `paths`. */
export async function findAreaNames(db: Queries, paths: readonly OrgPath[]): Promise<ReadonlyMap<OrgPath, string>> {
  const codes = paths.flatMap((path) => fullAreaCode(path.split('/').at(-2) ?? '') ?? [])
  if (codes.length === 0) return new Map()
  const areas = await db.kysely
    .selectFrom('organizations_areas')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .where('until', 'is', null)
    .execute()
  return new Map(areas.map((area) => [areaPath(area.code), area.name]))
}
