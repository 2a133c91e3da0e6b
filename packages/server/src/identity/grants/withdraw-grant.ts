import type { Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { keepWithdrawal } from '../appointments/appointment-rows.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { type GrantKey, getGrant } from './get-grant.ts'

/** Takes back what one proposed oneself and nobody decided yet. Errors: `identity.not_found`, `identity.already_decided`, `identity.others_proposal`. */
export async function withdrawGrant(ctx: Ctx, key: GrantKey, reason: string): Promise<Outcome> {
  await lockAppointments(ctx, key.county)
  const proposed = await getGrant(ctx, key)
  if (proposed.status !== 'proposed') throw new AppError('identity.already_decided')
  if (proposed.proposed_by !== ctx.actor.id) throw new AppError('identity.others_proposal')
  await keepWithdrawal(ctx, { kind: 'grant', county: key.county, id: key.grantId }, reason)
  ctx.audit({
    action: 'identity.withdraw_proposal',
    subject: proposed.subject,
    reason,
    detail: { grant: key.grantId },
  })
  return { id: key.grantId, status: 'withdrawn' }
}
