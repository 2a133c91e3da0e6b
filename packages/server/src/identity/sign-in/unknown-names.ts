import type { SecuritySettings } from '@eduduty/core/identity'
import type { AttemptStanding } from './count-attempt.ts'

const minute = 60_000
const keptNames = 20_000

/** Counts tries at login names that nobody has as if they were accounts, so that being locked tells nothing either. */
export interface UnknownNames {
  count(name: string, settings: SecuritySettings, now: Date): AttemptStanding
}

interface Held {
  failures: number
  /** When the count begins anew. */
  until: number
}

export function createUnknownNames(): UnknownNames {
  const names = new Map<string, Held>()
  return {
    count(name, { lock_after_failures: limit, lock_minutes: minutes }, now) {
      const at = now.getTime()
      const known = names.get(name)
      const held = known === undefined || known.until <= at ? { failures: 0, until: 0 } : known
      held.failures += 1
      if (held.failures <= limit) held.until = at + minutes * minute
      names.delete(name)
      names.set(name, held)
      const oldest = names.keys().next().value
      if (names.size > keptNames && oldest !== undefined) names.delete(oldest)
      return { lockedMinutes: held.failures <= limit ? 0 : Math.max(1, Math.ceil((held.until - at) / minute)) }
    },
  }
}
