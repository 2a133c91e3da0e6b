import type { Ctx } from '../../platform/ctx.ts'
import { noSecret } from '../people/no-secret.ts'
import type { Account } from './find-account.ts'
import { formerHashes } from './make-password-hash.ts'

const keptHashes = 5

/**
 * Gives an account a new password and keeps the former ones' hashes. Says whether it was done: not when the account has
 * been changed since it was read.
 */
export async function storePassword({ db, now }: Ctx, account: Account, hash: string): Promise<boolean> {
  const changed = await db.kysely
    .updateTable('identity_accounts')
    .set({
      password_hash: hash,
      password_history: [...formerHashes(account)].slice(0, keptHashes),
      password_set_at: now,
      ...noSecret,
      status: 'active',
    })
    .where('county_code', '=', account.county)
    .where('person_id', '=', account.personId)
    .where('status', '=', account.status)
    .where('password_hash', 'is not distinct from', account.passwordHash ?? null)
    .where('secret_hash', 'is not distinct from', account.secretHash ?? null)
    .returning('person_id')
    .executeTakeFirst()
  return changed !== undefined
}
