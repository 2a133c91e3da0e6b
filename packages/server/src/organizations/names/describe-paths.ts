import { countyOf, type OrgPath, pathsAbove } from '@eduduty/core/organizations'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { findAreaNames } from './find-area-names.ts'
import { findUnitNames } from './find-unit-names.ts'

/** By path: the names of the unit there and of all above it, the highest first. */
export type PathNames = ReadonlyMap<OrgPath, readonly string[]>

/**
 * How to name `paths` to a reader who has been given them: 江泽市、云岭县人民政府、石桥镇、中心小学. What stands above lies
 * outside the reader's reach and is read by the system: only what is exactly on the way up, never beside it.
 */
export async function describePaths(door: Door, paths: readonly OrgPath[]): Promise<PathNames> {
  const wanted = [...new Set(paths.flatMap(pathsAbove))]
  return door.read(systemCaller('显示单位名称'), async ({ db }) => {
    const names = new Map(await findAreaNames(db, wanted))
    for (const county of new Set(wanted.map(countyOf))) {
      const members = wanted.filter((path) => countyOf(path) === county)
      for (const [path, name] of await findUnitNames(db, county, members)) names.set(path, name)
    }
    return new Map(paths.map((path) => [path, pathsAbove(path).flatMap((above) => names.get(above) ?? [])]))
  })
}
