import { dayOf } from '@eduduty/core/identity'

/** The day that lies `days` calendar days after an instant, in China. */
export function deadlineAfter(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() + days * 86_400_000))
}
