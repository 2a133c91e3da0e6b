import { isUnitKind, type OrgPath, type UnitKind } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface UnitKey {
  readonly county: string
  readonly unitId: string
}

/** A unit that is open, with its present state. */
export interface OpenUnitState extends UnitKey {
  readonly kind: UnitKind
  readonly code: string
  readonly path: OrgPath
  readonly openedOn: string
  readonly since: string
  readonly name: string
  readonly parentId: string | null
  readonly areaCode: string | null
  readonly schoolType: string
}

/**
 * An open unit within the caller's reach, kept from other changes until the end of the transaction.
 * Errors: `organizations.unit_not_found`, `unit_closed`.
 */
export async function lockOpenUnit({ db }: Ctx, { county, unitId }: UnitKey): Promise<OpenUnitState> {
  const unit = await db.kysely
    .selectFrom('organizations_units')
    .selectAll()
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  if (unit === undefined || !isUnitKind(unit.kind)) throw new AppError('organizations.unit_not_found')
  const version = await db.kysely
    .selectFrom('organizations_unit_versions')
    .selectAll()
    .where('county_code', '=', county)
    .where('unit_id', '=', unitId)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (unit.closed_on !== null) throw new AppError('organizations.unit_closed', { name: version.name })
  return {
    county,
    unitId,
    kind: unit.kind,
    code: unit.code,
    path: unit.org_path,
    openedOn: unit.opened_on,
    since: version.since,
    name: version.name,
    parentId: version.parent_id,
    areaCode: version.area_code,
    schoolType: version.school_type,
  }
}
