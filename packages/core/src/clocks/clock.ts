import {
  addMonths,
  addWorkingDays,
  countWorkingDays,
  type DayOrMissing,
  daysAfter,
  daysBetween,
  type WorkingCalendar,
  workingDayFrom,
} from '../calendar/index.ts'
import type { ClockRule } from '../packs/index.ts'

/** A running, paused or stopped time limit. Days are China's civil days, `2026-11-05`. */
export interface Clock {
  readonly rule: ClockRule
  readonly startedOn: string
  readonly state: 'running' | 'paused' | 'stopped'
  /** The last day by the count alone, before it moves off a day of rest. Absent where a year's calendar is missing. */
  readonly countedOn?: string
  /** The last day on which it is in time. */
  readonly dueOn?: string
  /** The year without which the due day cannot be told. */
  readonly missing?: number
  /** Since when this due day is known: reminders that would have been earlier are not sent. */
  readonly dueSetOn: string
  readonly pausedOn?: string
  readonly stoppedOn?: string
  /** By how much it has been extended, in the unit of its length, or in calendar days. */
  readonly extended: number
}

/** What happened to a clock, each on a civil day. */
export type ClockEvent =
  /** The day on which it starts does not count. `dueOn` is for a rule without a length. */
  | { readonly type: 'start'; readonly on: string; readonly dueOn?: string }
  /** Time stands still from this day on. */
  | { readonly type: 'pause'; readonly on: string }
  /** What was left begins to run again the day after. What was late already stays late. */
  | { readonly type: 'resume'; readonly on: string }
  /** More time, in the unit of the length; in calendar days where only a due day was given. */
  | { readonly type: 'extend'; readonly on: string; readonly amount: number }
  /** Another due day altogether. */
  | { readonly type: 'move'; readonly on: string; readonly dueOn: string }
  | { readonly type: 'stop'; readonly on: string }

/**
 * The clock that events leave, in their order. Told anew from the events whenever a calendar is entered or changed.
 * Events that cannot apply (a pause of what is paused) leave it as it is. Error: no start in front, or a start with
 * neither a length nor a due day, or with both.
 */
export function clockOf(rule: ClockRule, events: readonly ClockEvent[], calendar: WorkingCalendar): Clock {
  const [first, ...rest] = events
  if (first?.type !== 'start') throw new Error(`clock ${rule.id}: does not begin with its start`)
  return rest.reduce(
    (clock, event) => applied(clock, event, calendar),
    startClock(rule, first.on, calendar, first.dueOn),
  )
}

function applied(clock: Clock, event: ClockEvent, calendar: WorkingCalendar): Clock {
  if (clock.state === 'stopped') return clock
  switch (event.type) {
    case 'start':
      return clock
    case 'pause':
      return pauseClock(clock, event.on)
    case 'resume':
      return resumeClock(clock, event.on, calendar)
    case 'extend':
      return extendClock(clock, event.amount, event.on, calendar)
    case 'move':
      return settle(clock, { day: event.dueOn }, event.on, calendar)
    case 'stop':
      return stopClock(clock, event.on)
  }
}

function startClock(rule: ClockRule, startedOn: string, calendar: WorkingCalendar, dueOn?: string): Clock {
  if ((rule.length === undefined) === (dueOn === undefined)) throw new Error(`clock ${rule.id}: a length or a due day`)
  const base = { rule, startedOn, state: 'running', dueSetOn: startedOn, extended: 0 } as const
  const counted = rule.length === undefined ? { day: dueOn ?? '' } : lengthFrom(rule.length, startedOn, calendar)
  return settle(base, counted, startedOn, calendar)
}

/** The clock with the due day that follows from a count, whatever it was before. */
function settle(clock: Clock, counted: DayOrMissing, dueSetOn: string, calendar: WorkingCalendar): Clock {
  const open = withoutDue(clock, dueSetOn)
  if ('missing' in counted) return { ...open, missing: counted.missing }
  const due = clock.rule.rest_end === '顺延' ? workingDayFrom(calendar, counted.day) : counted
  if ('missing' in due) return { ...open, countedOn: counted.day, missing: due.missing }
  return { ...open, countedOn: counted.day, dueOn: due.day }
}

/** Written out: this runs for every event of every clock, and taking fields away from a copy is many times slower. */
function withoutDue({ rule, startedOn, state, extended, pausedOn }: Clock, dueSetOn: string): Clock {
  const open = { rule, startedOn, state, dueSetOn, extended }
  return pausedOn === undefined ? open : { ...open, pausedOn }
}

function lengthFrom(length: NonNullable<ClockRule['length']>, from: string, calendar: WorkingCalendar): DayOrMissing {
  switch (length.unit) {
    case '自然日':
      return { day: daysAfter(from, length.amount) }
    case '月':
      return { day: addMonths(from, length.amount) }
    case '工作日':
      return addWorkingDays(calendar, from, length.amount)
  }
}

const inWorkingDays = ({ rule }: Clock): boolean => rule.length?.unit === '工作日'

function pauseClock(clock: Clock, on: string): Clock {
  return clock.state === 'running' ? { ...clock, state: 'paused', pausedOn: on } : clock
}

function resumeClock(clock: Clock, on: string, calendar: WorkingCalendar): Clock {
  if (clock.state !== 'paused' || clock.pausedOn === undefined) return clock
  const { pausedOn, countedOn, ...rest } = clock
  const running = { ...rest, state: 'running' } as const
  if (countedOn === undefined) return running
  if (countedOn < pausedOn) return { ...running, countedOn }
  return settle(running, leftFrom(clock, pausedOn, countedOn, on, calendar), on, calendar)
}

function leftFrom(clock: Clock, paused: string, counted: string, on: string, calendar: WorkingCalendar): DayOrMissing {
  if (!inWorkingDays(clock)) return { day: daysAfter(on, daysBetween(paused, counted)) }
  const left = countWorkingDays(calendar, paused, counted)
  if ('missing' in left) return left
  return left.days === 0 ? { day: on } : addWorkingDays(calendar, on, left.days)
}

function extendClock(clock: Clock, amount: number, on: string, calendar: WorkingCalendar): Clock {
  const longer: Clock = { ...clock, extended: clock.extended + amount }
  if (clock.countedOn === undefined) return longer
  const unit = clock.rule.length?.unit ?? '自然日'
  return settle(longer, lengthFrom({ amount, unit }, clock.countedOn, calendar), on, calendar)
}

function stopClock({ pausedOn: _, ...clock }: Clock, on: string): Clock {
  return { ...clock, state: 'stopped', stoppedOn: on }
}
