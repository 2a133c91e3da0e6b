import { dayOf } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'

/** Names of the places that paths lead to: a unit's own name, an area's where no unit stands at the path. */
export async function scopeNames(ctx: Ctx, paths: readonly OrgPath[]): Promise<ReadonlyMap<OrgPath, string>> {
  const wanted = [...new Set(paths)]
  if (wanted.length === 0) return new Map()
  const areas = wanted.map(areaCodeOf)
  const rows = await ctx.db.run<{ path: string; name: string | null }>(
    `select w.path, coalesce(
       (select v.name from organizations_unit_versions v where v.org_path = w.path and w.area is null
          and v.since <= $3 and (v.until is null or $3 < v.until) limit 1),
       (select a.name from organizations_areas a where a.code = w.area
          and a.since <= $3 and (a.until is null or $3 < a.until) limit 1)) as name
     from unnest($1::text[], $2::text[]) as w(path, area)`,
    [wanted, areas, dayOf(ctx.now)],
  )
  return new Map(rows.flatMap(({ path, name }) => (name === null ? [] : [[path, name]])))
}

/** `13/1304/130402/` → 130402000000; null for a unit's path. */
function areaCodeOf(path: OrgPath): string | null {
  const last = /^(?:\d{2}\/)?(?:\d{4}\/)?(?:\d{6}\/)?$/.test(path) ? path.split('/').at(-2) : undefined
  return last === undefined ? null : last.padEnd(12, '0')
}
