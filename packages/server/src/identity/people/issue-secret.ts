import type { IssuedSecret, IssueSecret } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getAccountForUpdate } from './get-account.ts'
import { getPerson } from './get-person.ts'
import type { PersonKey } from './person-key.ts'
import { hashSecretCode, makeSecretCode, secretHours } from './secret-code.ts'

const hour = 3_600_000

/**
 * Issues the one-time code with which a person sets their own password, for the first time or after forgetting it. Until
 * it is used an old password still works. Errors: `identity.not_found`, `identity.own_account`,
 * `identity.account_disabled`.
 */
export async function issueSecret(ctx: Ctx, key: PersonKey, { reason }: IssueSecret): Promise<IssuedSecret> {
  const person = await getPerson(ctx, key)
  if (ctx.actor.id === key.personId) throw new AppError('identity.own_account')
  const { login_name, status } = await getAccountForUpdate(ctx, key)
  if (status === 'disabled') throw new AppError('identity.account_disabled', { name: person.name })
  const code = makeSecretCode()
  const expires = new Date(ctx.now.getTime() + secretHours * hour)
  await ctx.db.kysely
    .updateTable('identity_accounts')
    .set({ secret_hash: hashSecretCode(code), secret_expires_at: expires })
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .execute()
  ctx.audit({
    action: 'identity.issue_secret',
    subject: `${person.name} ${login_name}`,
    reason,
    detail: { person: key.personId, expires: expires.toISOString() },
  })
  return { login_name, code, expires_at: expires.toISOString() }
}
