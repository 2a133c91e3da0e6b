import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { PersonKey } from './person-key.ts'

/** An account within the caller's reach, kept from other changes until the end of the transaction. Errors: `identity.not_found`. */
export async function getAccountForUpdate({ db }: Ctx, key: PersonKey) {
  const account = await db.kysely
    .selectFrom('identity_accounts')
    .select([
      'login_name',
      'status',
      'password_hash',
      'secret_issued_by',
      'secret_issued_at',
      'secret_expires_at',
      'secret_confirmed_by',
    ])
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .forUpdate()
    .executeTakeFirst()
  if (account === undefined) throw new AppError('identity.not_found', { what: '账号' })
  return account
}
