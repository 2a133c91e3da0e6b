import { dayOf, isDay } from '@eduduty/core/calendar'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'

/** What is written down has happened. Errors: `request.no_such_day`, `enrolment.day_future`. */
export function assertPast({ now }: Pick<Ctx, 'now'>, what: string, day: string): void {
  if (!isDay(day)) throw new AppError('request.no_such_day')
  if (day > dayOf(now)) throw new AppError('enrolment.day_future', { step: what })
}
