import { dayOf } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'

/** A date of the calendar that is not still to come. Errors: `organizations.date_invalid`. */
export function assertUnitDate(date: string, now: Date): void {
  const refuse = (reason: string): never => {
    throw new AppError('organizations.date_invalid', { date, reason })
  }
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) refuse('不是日历上的日期')
  if (date < '1800-01-01') refuse('太早')
  if (date > dayOf(now)) refuse('还没有到')
}
