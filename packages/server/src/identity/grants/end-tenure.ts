import type { EndOn, Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { keepEnd } from '../appointments/appointment-rows.ts'
import { assertAdministratorsStay } from '../appointments/assert-administrators-stay.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { assertEnd } from './assert-period.ts'
import { getTenure, type TenureKey } from './get-tenure.ts'

/**
 * Ends a tenure on a day, today at the earliest. It takes access away, so no second approval is asked for. Errors:
 * `identity.not_found`, `identity.not_in_force`, `identity.period_invalid`, `identity.last_administrator`.
 */
export async function endTenure(ctx: Ctx, key: TenureKey, { on, reason }: EndOn): Promise<Outcome> {
  const { county } = key
  await lockAppointments(ctx, county)
  const tenure = await getTenure(ctx, key)
  assertEnd(ctx, tenure, on)
  await assertAdministratorsStay(ctx, county, { ends: { id: key.tenureId, on } })
  await keepEnd(ctx, { kind: 'tenure', county, id: key.tenureId }, on)
  ctx.audit({
    action: 'identity.end_tenure',
    subject: tenure.subject,
    reason,
    detail: { tenure: key.tenureId, on },
  })
  return { id: key.tenureId, status: tenure.since < on ? 'approved' : 'withdrawn' }
}
