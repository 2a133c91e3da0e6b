import type { Ctx } from '../../platform/ctx.ts'
import { lockOpenUnit, type OpenUnitState, type UnitKey } from './lock-open-unit.ts'

/** The open units directly below a unit. */
export async function listMembers(ctx: Ctx, { county, unitId }: UnitKey): Promise<readonly OpenUnitState[]> {
  const rows = await ctx.db.run<{ unit_id: string }>(
    `select v.unit_id from organizations_unit_versions v
     join organizations_units u on u.county_code = $1 and u.unit_id = v.unit_id and u.closed_on is null
     where v.county_code = $1 and v.parent_id = $2 and v.until is null
     order by v.unit_id`,
    [county, unitId],
  )
  const members: OpenUnitState[] = []
  for (const row of rows) members.push(await lockOpenUnit(ctx, { county, unitId: row.unit_id }))
  return members
}
