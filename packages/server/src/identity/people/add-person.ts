import { randomUUID } from 'node:crypto'
import type { AddPerson } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { addAccount } from './add-account.ts'
import { getOpenUnitPath } from './get-open-unit-path.ts'
import { nameInitials } from './name-initials.ts'
import type { PersonKey } from './person-key.ts'
import { sealNumbers } from './seal-numbers.ts'
import { sealerFor } from './sealer-for.ts'

/**
 * Adds a person to a unit within the caller's reach, with an account when a login name is given: both or neither. Errors: `identity.not_found` (unit), `identity.id_number_invalid`,
 * `identity.phone_invalid`, `identity.id_number_taken`, `identity.login_name_taken`.
 */
export async function addPerson(ctx: Ctx, input: AddPerson, keyring: Keyring): Promise<PersonKey> {
  const { county_code: county, unit_id } = input
  const org_path = await getOpenUnitPath(ctx, { county, unitId: unit_id })
  const key = { county, personId: randomUUID() }
  const name = input.name.trim()
  const row = {
    county_code: county,
    person_id: key.personId,
    unit_id,
    name,
    name_initials: nameInitials(name),
    org_path,
  }
  const added = await ctx.db.kysely
    .insertInto('identity_people')
    .values({ ...row, ...sealNumbers(await sealerFor(ctx, keyring), key, input) })
    .onConflict((conflict) => conflict.columns(['county_code', 'id_number_index']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (added === undefined) throw new AppError('identity.id_number_taken')
  ctx.audit({ action: 'identity.add_person', subject: name, detail: { person: key.personId, unit: unit_id } })
  if (input.login_name !== undefined) await addAccount(ctx, key, { login_name: input.login_name })
  return key
}
