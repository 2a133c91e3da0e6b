import type { EndOn, Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { keepEnd } from './appointment-rows.ts'
import { assertAdministratorsStay } from './assert-administrators-stay.ts'
import { assertEnd } from './assert-period.ts'
import { getTenure, type TenureKey } from './get-tenure.ts'
import { lockAppointments } from './lock-appointments.ts'

/**
 * Ends a tenure on a day, today at the earliest. It takes access away, so no second approval is asked for. Errors:
 * `identity.not_found`, `identity.not_in_force`, `identity.period_invalid`, `identity.last_administrator`.
 */
export async function endTenure(ctx: Ctx, key: TenureKey, { on, reason }: EndOn): Promise<Outcome> {
  const county = key.county_code
  await lockAppointments(ctx, county)
  const tenure = await getTenure(ctx, key)
  assertEnd(ctx, tenure, on)
  await assertAdministratorsStay(ctx, county, { ends: { id: key.tenure_id, on } })
  await keepEnd(ctx, { kind: 'tenure', county, id: key.tenure_id }, on)
  ctx.audit({
    action: 'identity.end_tenure',
    subject: tenure.subject,
    reason,
    detail: { tenure: key.tenure_id, on },
  })
  return { id: key.tenure_id, status: tenure.since < on ? 'approved' : 'withdrawn' }
}
