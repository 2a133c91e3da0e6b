import type { DecideSecret } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { isAdministrator } from '../appointments/is-administrator.ts'
import { getAccountForUpdate } from './get-account.ts'
import { getPerson } from './get-person.ts'
import { noSecret } from './no-secret.ts'
import type { PersonKey } from './person-key.ts'

/**
 * The word of a second administrator on a one-time code that was issued for an administrator: nobody gets into the account
 * of another one alone. Refused, the code is void. Errors: `identity.not_found`, `identity.own_account`,
 * `identity.no_secret_waiting`, `identity.own_secret`, `identity.secret_reissued` where it is not the code of `issued_at`,
 * `identity.reason_missing`.
 */
export async function confirmSecret(ctx: Ctx, key: PersonKey, decision: DecideSecret): Promise<void> {
  const { approve, reason } = decision
  const person = await getPerson(ctx, key)
  if (ctx.actor.id === key.personId) throw new AppError('identity.own_account')
  const account = await getAccountForUpdate(ctx, key)
  const { secret_issued_by: issuer, secret_issued_at: issued, secret_expires_at: expires } = account
  const valid = expires !== null && new Date(expires) > ctx.now
  const isDecided = account.secret_confirmed_by !== null
  if (!valid || issuer === null || issued === null || isDecided || !(await isAdministrator(ctx, key)))
    throw new AppError('identity.no_secret_waiting')
  if (issuer === ctx.actor.id) throw new AppError('identity.own_secret')
  const issuedAt = new Date(issued)
  if (issuedAt.getTime() !== new Date(decision.issued_at).getTime())
    throw new AppError('identity.secret_reissued', { name: person.name })
  if (!approve && reason.trim() === '') throw new AppError('identity.reason_missing')
  await ctx.db.kysely
    .updateTable('identity_accounts')
    .set(approve ? { secret_confirmed_by: ctx.actor.id } : noSecret)
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .execute()
  ctx.audit({
    action: 'identity.confirm_secret',
    subject: `${person.name} ${account.login_name}`,
    reason,
    detail: {
      person: key.personId,
      status: approve ? 'approved' : 'rejected',
      issuer,
      issued_at: issuedAt.toISOString(),
    },
  })
}
