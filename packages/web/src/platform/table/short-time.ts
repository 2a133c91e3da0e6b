import { chinaMinute } from '@eduduty/core/calendar'

/** When something was, in the width of a column: `11-28 10:05` in the year of `now`, `2025-11-28` in another. */
export function shortTime(instant: string, now: Date): string {
  const at = chinaMinute(instant)
  return at.slice(0, 4) === chinaMinute(now).slice(0, 4) ? at.slice(5) : at.slice(0, 10)
}
