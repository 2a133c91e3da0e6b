import type { EndOn, Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { keepEnd } from '../appointments/appointment-rows.ts'
import { assertAdministratorsStay } from '../appointments/assert-administrators-stay.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { assertEnd } from './assert-period.ts'
import { type GrantKey, getGrant } from './get-grant.ts'

/**
 * Takes a grant back on a day, today at the earliest; no second approval is asked for. Errors: `identity.not_found`,
 * `identity.not_in_force`, `identity.period_invalid`, `identity.last_administrator`.
 */
export async function endGrant(ctx: Ctx, key: GrantKey, { on, reason }: EndOn): Promise<Outcome> {
  const { county } = key
  await lockAppointments(ctx, county)
  const grant = await getGrant(ctx, key)
  assertEnd(ctx, grant, on)
  await assertAdministratorsStay(ctx, county, { ends: { id: key.grantId, on } })
  await keepEnd(ctx, { kind: 'grant', county, id: key.grantId }, on)
  ctx.audit({
    action: 'identity.end_grant',
    subject: grant.subject,
    reason,
    detail: { grant: key.grantId, on },
  })
  return { id: key.grantId, status: grant.since < on ? 'approved' : 'withdrawn' }
}
