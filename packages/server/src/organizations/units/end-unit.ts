import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertNoAdministrator } from '../posts/assert-no-administrator.ts'
import { assertUnitDate } from './assert-unit-date.ts'
import type { OpenUnitState } from './lock-open-unit.ts'

/**
 * Closes a unit and its posts from a day on; returns how many posts. Errors: `organizations.date_invalid`,
 * `organizations.administrator_post`.
 */
export async function endUnit(ctx: Ctx, unit: OpenUnitState, on: string, reason: string): Promise<number> {
  const { db, now } = ctx
  assertUnitDate(on, now)
  if (on <= unit.since) {
    const why = `要晚于${unit.name}最近一次变更（或设立）的日期 ${unit.since}`
    throw new AppError('organizations.date_invalid', { date: on, reason: why })
  }
  const { county, unitId } = unit
  await assertNoAdministrator(ctx, county, { unitId })
  await db.kysely
    .updateTable('organizations_unit_versions')
    .set({ until: on })
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .where('since', '=', unit.since)
    .execute()
  await db.kysely
    .updateTable('organizations_units')
    .set({ closed_on: on, closed_reason: reason })
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .execute()
  const posts = await db.kysely
    .updateTable('organizations_posts')
    .set({ closed_on: on })
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return Number(posts.numUpdatedRows)
}
