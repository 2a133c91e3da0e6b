import { dayOf } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import { isOpenOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

interface UnitKey {
  readonly county: string
  readonly unitId: string
}

/**
 * Path of a unit within the caller's reach that is not closed. A move of the unit waits until what is written with this
 * path is kept, and takes it along. Errors: `identity.not_found`.
 */
export async function getOpenUnitPath({ db, now }: Ctx, { county, unitId }: UnitKey): Promise<OrgPath> {
  const unit = await db.kysely
    .selectFrom('organizations_units')
    .select(['org_path', 'closed_on'])
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .forShare()
    .executeTakeFirst()
  if (unit === undefined || !isOpenOn(unit, dayOf(now))) throw new AppError('identity.not_found', { what: '单位' })
  return unit.org_path
}
