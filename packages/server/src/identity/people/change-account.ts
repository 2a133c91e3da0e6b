import type { ChangeAccount } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertAdministratorsStay } from '../appointments/assert-administrators-stay.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { endSessions } from '../end-sessions.ts'
import { getAccountForUpdate } from './get-account.ts'
import { getPerson } from './get-person.ts'
import { noSecret } from './no-secret.ts'
import type { PersonKey } from './person-key.ts'

/**
 * Disables an account, which ends its sessions at once, or enables it again. Errors: `identity.not_found`,
 * `identity.own_account`, `identity.last_administrator`.
 */
export async function changeAccount(ctx: Ctx, key: PersonKey, { enabled, reason }: ChangeAccount): Promise<void> {
  const person = await getPerson(ctx, key)
  if (ctx.actor.id === key.personId) throw new AppError('identity.own_account')
  await lockAppointments(ctx, key.county)
  const account = await getAccountForUpdate(ctx, key)
  if (!enabled) {
    await assertAdministratorsStay(ctx, key.county, { withoutPerson: key.personId })
    await endSessions(ctx, { county: key.county, personId: key.personId, reason: 'account_changed' })
  }
  const enabledStatus = account.password_hash === null ? 'waiting' : 'active'
  await ctx.db.kysely
    .updateTable('identity_accounts')
    .set(enabled ? { status: enabledStatus } : { status: 'disabled', ...noSecret })
    .where('county_code', '=', key.county)
    .where('person_id', '=', key.personId)
    .execute()
  ctx.audit({
    action: 'identity.change_account',
    subject: `${person.name} ${account.login_name}`,
    reason,
    detail: { person: key.personId, enabled },
  })
}
