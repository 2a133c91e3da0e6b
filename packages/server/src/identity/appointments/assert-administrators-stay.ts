import { dayOf, findLostDuty, holdingsOf, roles, type TenureTime } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { administratorRoles } from './is-administrator.ts'
import { type LoadedGrant, type LoadedTenure, loadAdministrators } from './load-appointments.ts'

/** What is about to cease. */
export interface Removal {
  readonly withoutPerson?: string
  /** Id of a tenure or grant, and the day on which it is to end; no day: as if it had never been. */
  readonly ends?: { readonly id: string; readonly on?: string }
  /** What begins in the same step. */
  readonly begins?: TenureTime
}

/**
 * Refuses to take the last system, security or audit administrator of a county away, today or on a later day. To be
 * called under the lock of the county's appointments. Errors: `identity.last_administrator`.
 */
export async function assertAdministratorsStay(ctx: Ctx, county: string, removal: Removal): Promise<void> {
  const held = await reaching(ctx, [areaPath(county)], () => loadAdministrators(ctx, county, administratorRoles))
  const tenures = held.tenures.flatMap((tenure) => withoutTenure(tenure, removal))
  const grants = held.grants.flatMap((grant) => endedIn(grant, removal))
  const { begins } = removal
  const counts = begins !== undefined && (await hasActiveAccount(ctx, county, begins.personId))
  const after: readonly TenureTime[] = counts ? [...tenures, begins] : tenures
  const lost = findLostDuty(holdingsOf(held.tenures, held.grants), holdingsOf(after, grants), dayOf(ctx.now))
  if (lost === undefined) return
  const title = administratorRoles.map((id) => roles[id]).find((role) => role.duty === lost)?.title ?? lost
  throw new AppError('identity.last_administrator', { duty: title })
}

function withoutTenure(tenure: LoadedTenure, removal: Removal): readonly LoadedTenure[] {
  return tenure.personId === removal.withoutPerson ? [] : endedIn(tenure, removal)
}

function endedIn<T extends LoadedTenure | LoadedGrant>(one: T, { ends }: Removal): readonly T[] {
  if (ends?.id !== one.id) return [one]
  if (ends.on === undefined || ends.on <= one.since) return []
  return [{ ...one, until: ends.on }]
}

async function hasActiveAccount({ db }: Ctx, county: string, person: string): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('identity_accounts')
    .select('status')
    .where('county_code', '=', county)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.status === 'active'
}
