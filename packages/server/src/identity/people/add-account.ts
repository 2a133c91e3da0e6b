import type { AddAccount } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getPerson } from './get-person.ts'
import type { PersonKey } from './person-key.ts'

/**
 * Gives a person an account that waits for its one-time code; no password is known to anybody. Errors:
 * `identity.not_found`, `identity.account_exists`, `identity.login_name_taken`.
 */
export async function addAccount(ctx: Ctx, key: PersonKey, { login_name }: AddAccount): Promise<void> {
  const { kysely } = ctx.db
  const person = await getPerson(ctx, key)
  const { county: county_code, personId: person_id } = key
  const row = { county_code, person_id, login_name, status: 'waiting', created_at: ctx.now, org_path: person.path }
  const added = await kysely
    .insertInto('identity_accounts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['county_code', 'person_id']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (added === undefined) throw new AppError('identity.account_exists', { name: person.name })
  const named = await kysely
    .insertInto('identity_login_names')
    .values({ login_name, county_code, person_id })
    .onConflict((conflict) => conflict.column('login_name').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (named === undefined) throw new AppError('identity.login_name_taken', { name: login_name })
  ctx.audit({ action: 'identity.add_account', subject: `${person.name} ${login_name}`, detail: { person: person_id } })
}
