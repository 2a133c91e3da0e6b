import { addWorkingDays, daysAfter, type WorkingCalendar } from '../calendar/index.ts'
import type { Rung } from '../packs/index.ts'
import type { Clock } from './clock.ts'

export type FiringKind = 'remind' | 'overdue' | 'escalate'

/** Something that a clock does on a day, once. */
export interface Firing {
  /** Unique within the clock, and for the due day it belongs to: what was done once is never done again. */
  readonly key: string
  readonly kind: FiringKind
  /** The day it belongs to, even where it is done later after an outage. */
  readonly on: string
  /** Of an escalation. */
  readonly rung?: Rung
}

/**
 * All that a clock does by itself, in the order of days, as far as the calendar is known: a rung in working days of a
 * year without a calendar waits. A paused or stopped clock does nothing.
 */
export function firingsOf(clock: Clock, calendar: WorkingCalendar): Firing[] {
  const { dueOn, dueSetOn, rule, state } = clock
  if (state !== 'running' || dueOn === undefined) return []
  const reminders = rule.remind
    .map((days): Firing => ({ key: `${dueOn} remind ${days}`, kind: 'remind', on: daysAfter(dueOn, -days) }))
    .filter(({ on }) => on > dueSetOn)
  const overdue: Firing = { key: `${dueOn} overdue`, kind: 'overdue', on: daysAfter(dueOn, 1) }
  const escalations = rule.ladder.flatMap((rung, at): Firing[] => {
    const on = rungDay(rung, dueOn, calendar)
    return on === undefined ? [] : [{ key: `${dueOn} escalate ${at + 1}`, kind: 'escalate', on, rung }]
  })
  return [...reminders, overdue, ...escalations].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
}

function rungDay({ after, unit }: Rung, dueOn: string, calendar: WorkingCalendar): string | undefined {
  if (unit === '自然日') return daysAfter(dueOn, after)
  const found = addWorkingDays(calendar, dueOn, after)
  return 'day' in found ? found.day : undefined
}

/** What is to be done by a day and what has not been done, and the day after it on which to look again. */
export function sweepClock(
  clock: Clock,
  today: string,
  done: ReadonlySet<string>,
  calendar: WorkingCalendar,
): { readonly fire: readonly Firing[]; readonly nextOn: string | undefined } {
  const all = firingsOf(clock, calendar)
  return {
    fire: all.filter(({ on, key }) => on <= today && !done.has(key)),
    nextOn: nextDay(clock, all, today),
  }
}

/** A rung that waits for a calendar is looked at again every day: the notice may have been entered meanwhile. */
function nextDay(clock: Clock, all: readonly Firing[], today: string): string | undefined {
  const later = all.find(({ on }) => on > today)?.on
  if (clock.state !== 'running') return undefined
  const waits =
    clock.missing !== undefined || all.filter(({ kind }) => kind === 'escalate').length < clock.rule.ladder.length
  return waits ? daysAfter(today, 1) : later
}
