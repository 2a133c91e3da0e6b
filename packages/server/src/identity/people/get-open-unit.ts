import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface UnitKey {
  readonly county_code: string
  readonly unit_id: string
}

/** Path of a unit within the caller's reach that is not closed. Errors: `identity.not_found`. */
export async function getOpenUnit({ db, now }: Ctx, key: UnitKey): Promise<string> {
  const unit = await db.kysely
    .selectFrom('organizations_units')
    .select(['org_path', 'closed_on'])
    .where('county_code', '=', key.county_code)
    .where('unit_id', '=', key.unit_id)
    .executeTakeFirst()
  const closed = unit?.closed_on !== null && unit?.closed_on !== undefined && unit.closed_on <= dayOf(now)
  if (unit === undefined || closed) throw new AppError('identity.not_found', { what: '单位' })
  return unit.org_path
}
