import { findMeeting, type GrantTime, holdingsOf, roles, type TenureTime } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { loadAppointments } from '../appointments/load-appointments.ts'
import { readSettings } from '../settings/read-settings.ts'

/** What is about to come into force. */
export type Addition =
  /** `replaces`: the tenure that ends when this one begins. */
  | { readonly county: string; readonly tenure: TenureTime; readonly replaces?: string | undefined }
  | { readonly county: string; readonly grant: GrantTime }

/**
 * Refuses what would make two roles that exclude each other meet in one person on any date, also through posts that the
 * caller does not reach. To be called under the lock of the county's appointments. Errors: `identity.kept_apart`.
 */
export async function assertKeptApart(ctx: Ctx, addition: Addition): Promise<void> {
  const { county } = addition
  const { administrators_apart: apart } = await readSettings(ctx.db)
  const { tenures, grants } = await reaching(ctx, [areaPath(county)], () => appointmentsWith(ctx, addition))
  const meeting = findMeeting(holdingsOf(tenures, grants), { apart })
  if (meeting === undefined) return
  const [one, other] = meeting.roles
  const name = await nameOf(ctx, county, meeting.personId)
  throw new AppError('identity.kept_apart', { name, one: roles[one].title, other: roles[other].title })
}

async function appointmentsWith(ctx: Ctx, addition: Addition) {
  const { county } = addition
  if ('grant' in addition) {
    const post = addition.grant.postId
    const held = await loadAppointments(ctx, { county, persons: await personsOn(ctx, county, post), post })
    return { tenures: held.tenures, grants: [...held.grants, addition.grant] }
  }
  const { tenure, replaces } = addition
  const held = await loadAppointments(ctx, { county, persons: [tenure.personId], post: tenure.postId })
  return { tenures: [...held.tenures.filter(({ id }) => id !== replaces), tenure], grants: held.grants }
}

async function personsOn({ db }: Ctx, county: string, post: string): Promise<readonly string[]> {
  const rows = await db.kysely
    .selectFrom('identity_tenures')
    .select('person_id')
    .distinct()
    .where('county_code', '=', county)
    .where('post_id', '=', post)
    .where('status', '=', 'approved')
    .execute()
  return rows.map((row) => row.person_id)
}

async function nameOf({ db }: Ctx, county: string, person: string): Promise<string> {
  const row = await db.kysely
    .selectFrom('identity_people')
    .select('name')
    .where('county_code', '=', county)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.name ?? '在岗人员'
}
