import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { initialsOf } from '../../platform/initials.ts'
import { assertUnitDate } from './assert-unit-date.ts'
import type { OpenUnitState } from './lock-open-unit.ts'

export interface VersionChange {
  readonly on: string
  readonly reason: string
  readonly name?: string
  readonly parentId?: string
  readonly areaCode?: string | null
  readonly schoolType?: string
}

/** What the history loses when a change falls on the day of the last one, in words for its preview; empty when nothing. */
export function replacedBy({ since, openedOn, name }: OpenUnitState, on: string): string {
  if (on !== since) return ''
  const former = since === openedOn ? '设立时的登记' : '已有的变更'
  return `；${on} ${former}（名称“${name}”）在沿革中由这次取代`
}

/**
 * Lets a unit be something else from a day on; before it everything stays as it was. A second change of the same day
 * belongs to the version of that day. Errors: `organizations.date_invalid` when the last version began later.
 */
export async function beginVersion({ db, now }: Ctx, unit: OpenUnitState, change: VersionChange): Promise<void> {
  assertUnitDate(change.on, now)
  if (change.on < unit.since) {
    const reason = `${unit.name}在 ${unit.since} 已有一次变更（或设立），不能早于它`
    throw new AppError('organizations.date_invalid', { date: change.on, reason })
  }
  const name = change.name ?? unit.name
  const state = {
    name,
    name_initials: initialsOf(name),
    parent_id: change.parentId ?? unit.parentId,
    area_code: change.areaCode === undefined ? unit.areaCode : change.areaCode,
    school_type: change.schoolType ?? unit.schoolType,
    reason: change.reason,
  }
  const current = db.kysely
    .updateTable('organizations_unit_versions')
    .where('county_code', '=', unit.county)
    .where('unit_id', '=', unit.unitId)
    .where('since', '=', unit.since)
  if (change.on === unit.since) {
    await current.set(state).execute()
    return
  }
  await current.set({ until: change.on }).execute()
  await db.kysely
    .insertInto('organizations_unit_versions')
    .values({ county_code: unit.county, unit_id: unit.unitId, since: change.on, org_path: unit.path, ...state })
    .execute()
}
