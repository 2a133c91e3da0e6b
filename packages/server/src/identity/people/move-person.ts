import type { MovePerson } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { endPostsOf } from './end-posts-of.ts'
import { getOpenUnitPath } from './get-open-unit-path.ts'
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
  const { county_code: county, unit_id: unitId, reason } = input
  const person = await getPerson(ctx, key)
  const path = await getOpenUnitPath(ctx, { county, unitId })
  if (county !== key.county) return transferPerson(ctx, person, { county, unitId, path, reason }, keyring)
  if (unitId === person.unitId) return key
  await lockAppointments(ctx, county)
  const ended = await endPostsOf(ctx, key, person.unitId)
  const whose = [county, key.personId]
  await ctx.db.run('update identity_people set unit_id = $3 where county_code = $1 and person_id = $2', [
    ...whose,
    unitId,
  ])
  for (const table of ownTables)
    await ctx.db.run(`update ${table} set org_path = $3 where county_code = $1 and person_id = $2`, [...whose, path])
  ctx.audit({
    action: 'identity.move_person',
    subject: person.name,
    reason,
    detail: { person: key.personId, from: person.unitId, to: unitId, ended },
  })
  return key
}
