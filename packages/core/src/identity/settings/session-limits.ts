import type { SecuritySettings } from './security-settings.ts'

const minute = 60_000

/** The times of a session that decide whether it still lasts. */
export interface SessionTimes {
  readonly startedAt: Date
  readonly seenAt: Date
}

/** Over when nothing was done for too long, or when it has lasted its whole time. */
export function isSessionOver(times: SessionTimes, limits: SecuritySettings, now: Date): boolean {
  const idle = now.getTime() - times.seenAt.getTime()
  const whole = now.getTime() - times.startedAt.getTime()
  return idle >= limits.idle_minutes * minute || whole >= limits.absolute_hours * 60 * minute
}
