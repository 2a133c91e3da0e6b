import { dayOf } from '@eduduty/core/calendar'
import type { RecordUnit } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import { treeAsOf } from '../../organizations/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'

/** Units of the county within reach that are open. */
export async function openUnits({ ctx }: Pick<Acting, 'ctx'>, county: string): Promise<readonly UnitEntry[]> {
  const units = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  return units.filter(({ closed_on: closed }) => closed === null)
}

/** Errors: `duties.record_unit_not_found`. */
export function getUnitOf(units: readonly UnitEntry[], id: string): UnitEntry {
  const unit = units.find(({ unit_id: one }) => one === id)
  if (unit === undefined) throw new AppError('duties.record_unit_not_found')
  return unit
}

/** The unit whose record it is; its own people keep it, and for all of a county whoever plans. Errors: `duties.record_unit_not_found`, `duties.not_own_record`. */
export async function getRecordOwner(acting: Acting, county: string, id: string): Promise<UnitEntry> {
  const unit = getUnitOf(await openUnits(acting, county), id)
  if (!issuesFor(acting, unit.org_path)) throw new AppError('duties.not_own_record', { unit: unit.name })
  return unit
}

const keeping: ReadonlySet<UnitEntry['kind']> = new Set(['government', 'department', 'township', 'school'])

/** Units for which the caller may keep records. */
export async function listRecordUnits(acting: Acting, county: string): Promise<RecordUnit[]> {
  const units = await openUnits(acting, county)
  return units
    .filter(({ kind, org_path: path }) => keeping.has(kind) && issuesFor(acting, path))
    .map(({ unit_id: unit, name }) => ({ unit, name, may_record: true }))
}
