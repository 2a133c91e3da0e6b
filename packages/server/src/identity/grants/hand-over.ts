import { dayOf, type HandOver, type Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { getTenure, type TenureKey } from './get-tenure.ts'
import { openTenure } from './open-tenure.ts'

/**
 * Hands a post over: one tenure ends and another begins on the same day; the post keeps its work and its grants. Errors:
 * as proposeTenure; `identity.not_in_force`, `identity.last_administrator`.
 */
export async function handOver(ctx: Ctx, key: TenureKey, { person_id, on, reason }: HandOver): Promise<Outcome> {
  await lockAppointments(ctx, key.county)
  const old = await getTenure(ctx, key)
  const today = dayOf(ctx.now)
  const over = old.until !== undefined && old.until <= (on < today ? today : on)
  if (old.status !== 'approved' || old.kind !== 'holder' || over) throw new AppError('identity.not_in_force')
  if (on <= old.since) throw new AppError('identity.period_invalid', { reason: `交接日期应在 ${old.since} 之后` })
  if (on < today) throw new AppError('identity.period_invalid', { reason: '交接日期不能在今天以前' })
  return openTenure(ctx, {
    county: key.county,
    postId: old.post_id,
    personId: person_id,
    kind: 'holder',
    since: on,
    reason,
    replaces: key.tenureId,
    former: old.name,
  })
}
