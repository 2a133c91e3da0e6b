import type { ChangePerson } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { getPerson } from './get-person.ts'
import { nameInitials } from './name-initials.ts'
import type { PersonKey } from './person-key.ts'
import { sealNumbers } from './seal-numbers.ts'
import { sealerFor } from './sealer-for.ts'

/**
 * Changes name or numbers; what is absent stays. Errors: `identity.not_found`, `identity.id_number_invalid`,
 * `identity.phone_invalid`, `identity.id_number_taken`.
 */
export async function changePerson(ctx: Ctx, key: PersonKey, input: ChangePerson, keyring: Keyring): Promise<void> {
  const person = await getPerson(ctx, key)
  const name = input.name?.trim()
  const named = name === undefined ? {} : { name, name_initials: nameInitials(name) }
  await ctx.db.kysely
    .updateTable('identity_people')
    .set({ ...named, ...sealNumbers(await sealerFor(ctx, keyring), person, input) })
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .execute()
    .catch(refuseTaken)
  const changed = Object.keys(input).toSorted().join(' ')
  const renamed = name === undefined || name === person.name ? {} : { from: person.name }
  ctx.audit({
    action: 'identity.change_person',
    subject: name ?? person.name,
    detail: { person: key.personId, changed, ...renamed },
  })
}

function refuseTaken(error: unknown): never {
  if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
    throw new AppError('identity.id_number_taken')
  throw error
}
