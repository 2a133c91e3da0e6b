import { dayBefore, dayOf, type Period } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Errors: `identity.period_invalid`. */
export function assertPeriod(ctx: Ctx, { since, until }: Period): void {
  if (until !== undefined && until <= since)
    throw new AppError('identity.period_invalid', { reason: '截止日期不能早于起始日期' })
  if (until !== undefined && until <= dayOf(ctx.now))
    throw new AppError('identity.period_invalid', { reason: '截止日期已经过去' })
}

/** The day on which something in force is to end. Errors: `identity.period_invalid`, `identity.not_in_force`. */
export function assertEnd(ctx: Ctx, now: Period & { readonly status: string }, on: string): void {
  const today = dayOf(ctx.now)
  if (now.status !== 'approved' || (now.until !== undefined && now.until <= today))
    throw new AppError('identity.not_in_force')
  if (on < today) throw new AppError('identity.period_invalid', { reason: '不能在今天以前结束' })
  if (now.until !== undefined && on >= now.until)
    throw new AppError('identity.period_invalid', { reason: `原定到 ${dayBefore(now.until)}（含当日）为止` })
}
