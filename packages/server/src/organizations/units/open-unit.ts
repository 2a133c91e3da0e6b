import {
  areaPath,
  countyOf,
  fullAreaCode,
  isSchoolCode,
  isUnitId,
  isUnitName,
  isWithin,
  type OrgPath,
  type UnitKind,
  unitIdFor,
  unitKinds,
} from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { initialsOf } from '../../platform/initials.ts'
import { assertNameFree } from './assert-name-free.ts'
import { assertUnitCode } from './assert-unit-code.ts'
import { assertUnitDate } from './assert-unit-date.ts'
import { lockUnits } from './lock-units.ts'

export interface OpenUnit {
  /** Absent: made from kind and code. */
  readonly unitId?: string
  readonly kind: UnitKind
  readonly name: string
  /** 学校标识码, 统一社会信用代码 or area code; of a government its area code, which says where it stands. */
  readonly code?: string
  /** Undefined for a government only. */
  readonly parentPath: OrgPath | undefined
  readonly areaCode?: string
  readonly schoolType?: string
  /** `YYYY-MM-DD`, not still to come. */
  readonly openedOn: string
  readonly reason?: string
}

export interface OpenedUnit {
  readonly unitId: string
  readonly orgPath: OrgPath
  readonly county: string
}

/**
 * Sets up a unit below an open one, or the government of an area. Errors: `organizations.parent_not_found`,
 * `name_invalid`, `name_taken`, `code_invalid`, `code_taken`, `id_taken`, `date_invalid`, `government_exists`.
 */
export async function openUnit(ctx: Ctx, input: OpenUnit): Promise<OpenedUnit> {
  const code = input.code ?? ''
  if (!isUnitName(input.name)) throw new AppError('organizations.name_invalid', { name: input.name })
  assertUnitDate(input.openedOn, ctx.now)
  assertUnitCode(input.kind, code)
  const parent = parentOf(input, code)
  const county = countyOf(parent)
  if (!ctx.scopes.some((scope) => isWithin(parent, scope))) throw new AppError('organizations.parent_not_found')
  await lockUnits(ctx, county)
  const parentId = input.kind === 'government' ? null : await getOpenUnitId(ctx, county, parent)
  await assertNameFree(ctx, { county, parentId, name: input.name })
  const unitId = await chooseId(ctx, county, input, code)
  const orgPath = input.kind === 'government' ? parent : `${parent}${unitId}/`
  await insertUnit(ctx, input, { county, unitId, orgPath, parentId })
  ctx.audit({
    action: 'organizations.open_unit',
    subject: `${unitKinds[input.kind].title} ${input.name}`,
    ...(input.reason !== undefined && { reason: input.reason }),
    detail: { county, unit: unitId, path: orgPath, code, opened_on: input.openedOn },
  })
  return { unitId, orgPath, county }
}

/** A government stands where its area stands. */
function parentOf(input: OpenUnit, code: string): OrgPath {
  if (input.kind === 'government') return areaPath(code)
  if (input.parentPath === undefined) throw new AppError('organizations.parent_not_found')
  return input.parentPath
}

async function getOpenUnitId({ db }: Ctx, county: string, path: OrgPath): Promise<string> {
  const parent = await db.kysely
    .selectFrom('organizations_units')
    .select('unit_id')
    .where('county_code', '=', county)
    .where('org_path', '=', path)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (parent === undefined) throw new AppError('organizations.parent_not_found')
  return parent.unit_id
}

/** Ids and codes are unique in the county, also where the caller does not reach. */
async function chooseId(ctx: Ctx, county: string, input: OpenUnit, code: string): Promise<string> {
  const { kind } = input
  // Known before, or to be counted on from the others of its kind.
  const fixed = input.unitId ?? (kind === 'government' || isSchoolCode(code) ? unitIdFor(kind, code, []) : undefined)
  const units = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<{ unit_id: string; code: string }>(
      `select unit_id, code from organizations_units
       where county_code = $1 and (unit_id like $2 or (code = $3 and code <> ''))`,
      [county, fixed ?? `${unitKinds[kind].letter}%`, code],
    ),
  )
  const ids = units.map((unit) => unit.unit_id)
  if (kind === 'government' && ids.includes('G'))
    throw new AppError('organizations.government_exists', { code: county })
  if (code !== '' && units.some((unit) => unit.code === code)) throw new AppError('organizations.code_taken', { code })
  const id = fixed ?? unitIdFor(kind, code, ids)
  if (ids.includes(id) || !isUnitId(id) || (id === 'G') !== (kind === 'government'))
    throw new AppError('organizations.id_taken', { id })
  return id
}

interface Place extends OpenedUnit {
  readonly parentId: string | null
}

async function insertUnit({ db }: Ctx, input: OpenUnit, place: Place): Promise<void> {
  const key = { county_code: place.county, unit_id: place.unitId, org_path: place.orgPath }
  await db.kysely
    .insertInto('organizations_units')
    .values({ ...key, kind: input.kind, code: input.code ?? '', opened_on: input.openedOn })
    .execute()
  await db.kysely
    .insertInto('organizations_unit_versions')
    .values({
      ...key,
      since: input.openedOn,
      name: input.name,
      name_initials: initialsOf(input.name),
      parent_id: place.parentId,
      area_code: areaOf(input) ?? null,
      school_type: input.schoolType ?? '',
      reason: input.reason ?? '',
    })
    .execute()
}

function areaOf(input: OpenUnit): string | undefined {
  const given = input.areaCode ?? (input.kind === 'government' ? input.code : undefined)
  if (given === undefined || given === '') return undefined
  const full = fullAreaCode(given)
  if (full === undefined)
    throw new AppError('organizations.code_invalid', { code: given, reason: '区划代码应是 6、9 或 12 位数字' })
  return full
}
