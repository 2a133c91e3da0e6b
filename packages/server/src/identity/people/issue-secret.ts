import type { IssuedSecret, IssueSecret } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { isAdministrator } from '../appointments/is-administrator.ts'
import { getAccountForUpdate } from './get-account.ts'
import { getPerson } from './get-person.ts'
import type { PersonKey } from './person-key.ts'
import { hashSecretCode, makeSecretCode, secretHours } from './secret-code.ts'

const hour = 3_600_000

export interface SecretToIssue extends IssueSecret {
  /** What stands for the second person where there is none: setting up, the command line on the server. */
  readonly confirmedBy?: 'set_up' | 'command_line'
}

/**
 * Issues the one-time code with which a person sets their own password, for the first time or after forgetting it. Until
 * it is used an old password still works. One for an administrator is of no use until another administrator confirms it.
 * Errors: `identity.not_found`, `identity.own_account`, `identity.account_disabled`.
 */
export async function issueSecret(
  ctx: Ctx,
  key: PersonKey,
  { reason, confirmedBy }: SecretToIssue,
): Promise<IssuedSecret> {
  const person = await getPerson(ctx, key)
  if (ctx.actor.id === key.personId) throw new AppError('identity.own_account')
  const { login_name, status } = await getAccountForUpdate(ctx, key)
  if (status === 'disabled') throw new AppError('identity.account_disabled', { name: person.name })
  const code = makeSecretCode()
  const waits = confirmedBy === undefined && (await isAdministrator(ctx, key))
  const expires = new Date(ctx.now.getTime() + secretHours * hour)
  await ctx.db.kysely
    .updateTable('identity_accounts')
    .set({
      secret_hash: hashSecretCode(code),
      secret_expires_at: expires,
      secret_issued_by: ctx.actor.id,
      secret_issued_at: ctx.now,
      secret_confirmed_by: confirmedBy ?? null,
    })
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .execute()
  ctx.audit({
    action: 'identity.issue_secret',
    subject: `${person.name} ${login_name}`,
    reason,
    detail: { person: key.personId, expires: expires.toISOString(), needs_confirmation: waits },
  })
  return { login_name, code, expires_at: expires.toISOString(), needs_confirmation: waits }
}
