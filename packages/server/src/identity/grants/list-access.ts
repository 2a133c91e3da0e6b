import { type AccessAnswer, type AccessQuery, dayOf, type GrantInForce, isVerb } from '@eduduty/core/identity'
import { areaPath, countyOf, isOrgPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { accessRows, reachesPath, rolesWith } from './access-rows.ts'
import { namePlaces } from './name-places.ts'

export interface AskedBy {
  readonly scopes: readonly OrgPath[]
  readonly grants: readonly GrantInForce[]
}

/**
 * Who can see a unit's data, and by which rule. Run by the system, because rules may stand in posts above the asker's
 * reach; the unit itself must be within it. Names outside of it are masked. Errors: `identity.not_found`.
 */
export async function listAccess(ctx: Ctx, { path, verb }: AccessQuery, asker: AskedBy): Promise<AccessAnswer> {
  if (!isVerb(verb)) throw new AppError('identity.not_found', { what: '权限' })
  const within = isOrgPath(path) && asker.scopes.some((scope) => isWithin(path, scope))
  if (!within || !(await isPlace(ctx, path))) throw new AppError('identity.not_found', { what: '单位' })
  const unit_name = (await namePlaces(ctx.db, dayOf(ctx.now), [path])).get(path) ?? path
  const wanted = { roles: rolesWith(verb), condition: reachesPath(verb), parameters: [path] }
  const rows = await accessRows(ctx, wanted, asker.grants)
  return { path, unit_name, verb, rows: [...rows] }
}

async function isPlace({ db }: Ctx, path: OrgPath): Promise<boolean> {
  if (areaPath(countyOf(path)) === path) return true
  const unit = await db.kysely
    .selectFrom('organizations_units')
    .select('unit_id')
    .where('county_code', '=', countyOf(path))
    .where('org_path', '=', path)
    .executeTakeFirst()
  return unit !== undefined
}
