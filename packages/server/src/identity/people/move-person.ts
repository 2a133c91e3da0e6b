import type { MovePerson } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { lockAppointments } from '../grants/lock-appointments.ts'
import { endPostsOf } from './end-posts-of.ts'
import { getOpenUnit } from './get-open-unit.ts'
import { getPerson } from './get-person.ts'
import type { PersonKey } from './person-key.ts'
import { transferPerson } from './transfer-person.ts'

// Rows of a person that lie where the person is; their tenures lie where the posts are.
const ownTables = [
  'identity_people',
  'identity_accounts',
  'identity_sign_in_failures',
  'identity_sessions',
  'identity_reveal_counts',
] as const

/**
 * Moves a person to another unit: their own rows go along and their posts in the old unit end today, so that the next
 * request sees nothing of it. Into another county everything goes over that is theirs. Errors: `identity.not_found`,
 * `identity.last_administrator`, `identity.id_number_taken`.
 */
export async function movePerson(ctx: Ctx, key: PersonKey, input: MovePerson, keyring: Keyring): Promise<PersonKey> {
  const { county_code, unit_id, reason } = input
  const person = await getPerson(ctx, key)
  const path = await getOpenUnit(ctx, { county_code, unit_id })
  if (county_code !== key.county_code)
    return transferPerson(ctx, person, { county_code, unit_id, path, reason }, keyring)
  if (unit_id === person.unit_id) return key
  await lockAppointments(ctx, county_code)
  const ended = await endPostsOf(ctx, key, person.unit_id)
  const whose = [county_code, key.person_id]
  await ctx.db.run('update identity_people set unit_id = $3 where county_code = $1 and person_id = $2', [
    ...whose,
    unit_id,
  ])
  for (const table of ownTables)
    await ctx.db.run(`update ${table} set org_path = $3 where county_code = $1 and person_id = $2`, [...whose, path])
  ctx.audit({
    action: 'identity.move_person',
    subject: person.name,
    reason,
    detail: { person: key.person_id, from: person.unit_id, to: unit_id, ended },
  })
  return key
}
