import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { endSessions } from '../end-sessions.ts'
import { endPostsOf } from './end-posts-of.ts'
import type { Person } from './get-person.ts'
import { nameInitials } from './name-initials.ts'
import { openNumber } from './open-number.ts'
import type { PersonKey } from './person-key.ts'
import { sealNumbers } from './seal-numbers.ts'
import { sealerFor } from './sealer-for.ts'

export interface Destination {
  readonly county: string
  readonly unitId: string
  readonly path: string
  readonly reason: string
}

/**
 * Takes a person over into another county, whose rows are kept and sealed apart. The old county keeps who held which post
 * and when, but neither numbers nor a way in. Errors: `identity.last_administrator`, `identity.id_number_taken`.
 */
export async function transferPerson(
  ctx: Ctx,
  person: Person,
  destination: Destination,
  keyring: Keyring,
): Promise<PersonKey> {
  const { county, unitId, path, reason } = destination
  const { personId } = person
  const key = { county, personId }
  for (const each of [county, person.county].toSorted()) await lockAppointments(ctx, each)
  const ended = await endPostsOf(ctx, person)
  const id_number = openNumber(keyring, person, 'id_number')
  const phone = openNumber(keyring, person, 'phone')
  const columns = sealNumbers(await sealerFor(ctx, keyring), key, { id_number, phone })
  const row = {
    county_code: county,
    person_id: personId,
    unit_id: unitId,
    name: person.name,
    name_initials: nameInitials(person.name),
    org_path: path,
    ...columns,
  }
  const added = await ctx.db.kysely
    .insertInto('identity_people')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (added === undefined) throw new AppError('identity.id_number_taken')
  await ctx.db.run(
    `update identity_people set id_number_sealed = null, id_number_index = null, phone_sealed = null, phone_index = null
     where county_code = $1 and person_id = $2`,
    [person.county, personId],
  )
  await transferAccount(ctx, person, destination)
  const detail = { person: personId, from: `${person.county} ${person.unitId}` }
  ctx.audit({
    action: 'identity.move_person',
    subject: person.name,
    reason,
    detail: { ...detail, to: `${county} ${unitId}`, ended },
  })
  return key
}

/** The login name goes along with its password; a bound one-time generator is sealed for the old county and is bound anew. */
async function transferAccount({ db, ...ctx }: Ctx, person: Person, to: Destination): Promise<void> {
  const { county, personId } = person
  const from = [county, personId]
  await endSessions({ db, ...ctx }, { county, personId, reason: 'account_changed' })
  const moved = await db.run<{ login_name: string }>(
    `insert into identity_accounts (county_code, person_id, login_name, status, password_hash, password_history,
       password_set_at, secret_hash, secret_expires_at, is_demo, created_at, org_path)
     select $3, person_id, login_name, status, password_hash, password_history, password_set_at, secret_hash,
       secret_expires_at, is_demo, created_at, $4
     from identity_accounts where county_code = $1 and person_id = $2 returning login_name`,
    [...from, to.county, to.path],
  )
  for (const { login_name } of moved) {
    await db.run(
      `update identity_accounts set status = 'disabled', password_hash = null, password_history = '{}', totp_sealed = null,
         secret_hash = null, secret_expires_at = null where county_code = $1 and person_id = $2`,
      from,
    )
    await db.run('delete from identity_login_names where login_name = $1', [login_name])
    await db.run('insert into identity_login_names (login_name, county_code, person_id) values ($1, $2, $3)', [
      login_name,
      to.county,
      personId,
    ])
  }
}
