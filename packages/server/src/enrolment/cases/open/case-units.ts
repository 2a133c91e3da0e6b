import { dayOf } from '@eduduty/core/calendar'
import { areaPath, countyOf, isWithin, type OrgPath, type UnitEntry } from '@eduduty/core/organizations'
import { treeAsOf } from '../../../organizations/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'

export interface CaseUnit {
  readonly path: OrgPath
  readonly id: string
  readonly name: string
}

/** The units that hold a case of a county. */
export interface CaseUnits {
  readonly county: CaseUnit
  readonly township: CaseUnit
  readonly school: CaseUnit | undefined
}

type Which = (unit: UnitEntry) => boolean

const named = ({ org_path: path, unit_id: id, name }: UnitEntry): CaseUnit => ({ path, id, name })

/** Looks units up as the system: who reports a child need not reach the child's township. */
export function unitsOfCounty(ctx: Ctx, county: string): Promise<readonly UnitEntry[]> {
  return reaching(ctx, [areaPath(county)], async () =>
    (await treeAsOf(ctx.db, county, dayOf(ctx.now))).filter(({ closed_on: closed }) => closed === null),
  )
}

/** Errors: `enrolment.unit_not_found`. */
export async function caseUnits(ctx: Ctx, township: OrgPath, school: OrgPath | undefined): Promise<CaseUnits> {
  const county = countyOf(township)
  const units = await unitsOfCounty(ctx, county)
  const root = areaPath(county)
  const at = (path: OrgPath, kind: UnitEntry['kind']): CaseUnit =>
    found(units, (unit) => unit.org_path === path && unit.kind === kind, path)
  if (school !== undefined && !isWithin(school, root)) throw new AppError('enrolment.unit_not_found', { unit: school })
  const government = units.find(({ org_path: path }) => path === root)
  return {
    county: government === undefined ? { path: root, id: county, name: '县（市、区）' } : named(government),
    township: at(township, 'township'),
    school: school === undefined ? undefined : at(school, 'school'),
  }
}

/** Errors: `enrolment.unit_not_found`. */
export function unitById(units: readonly UnitEntry[], id: string, kind: UnitEntry['kind']): CaseUnit {
  return found(units, (unit) => unit.unit_id === id && unit.kind === kind, id)
}

function found(units: readonly UnitEntry[], which: Which, name: string): CaseUnit {
  const unit = units.find(which)
  if (unit === undefined) throw new AppError('enrolment.unit_not_found', { unit: name })
  return named(unit)
}
