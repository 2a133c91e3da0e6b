import { areaPath, countyOf, parentPath, type UnitTree } from '@eduduty/core/organizations'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { describePaths } from '../names/describe-paths.ts'
import { listCounties } from './list-counties.ts'
import { treeAsOf } from './tree-as-of.ts'

export interface ReadTree {
  /** Absent: the county of the caller's first scope. */
  readonly county: string | undefined
  readonly asOf: string
}

/** The part of the tree that the caller may see, as it stood on a day, with the names of what stands above it. */
export async function readTree(door: Door, caller: Caller, { county, asOf }: ReadTree): Promise<UnitTree> {
  const chosen = county ?? countyOf(caller.scopes[0] ?? caller.actor.path)
  const { counties, units } = await door.read(caller, async ({ db }) => ({
    counties: await listCounties(db),
    units: await treeAsOf(db, chosen, asOf),
  }))
  const inside = caller.scopes.filter((scope) => countyOf(scope) === chosen)
  const above = parentPath(inside.length === 1 ? (inside[0] ?? '') : areaPath(chosen))
  const names = above === undefined ? undefined : (await describePaths(door, [above])).get(above)
  const shown = counties.some(({ code }) => code === chosen) ? counties : [...counties, { code: chosen, name: chosen }]
  return { county: chosen, as_of: asOf, counties: shown, above: [...(names ?? [])], units: [...units] }
}
