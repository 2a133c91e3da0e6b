import type { WorkingCalendar } from '@eduduty/core/calendar'
import { type Clock, type ClockEvent, sweepClock } from '@eduduty/core/clocks'
import type { Queries } from '../platform/db/database.ts'

/** Which clock. */
export interface ClockKey {
  readonly county: string
  readonly clock: string
}

/** What a clock belongs to: `{ kind: 'duties.task', id }`. */
export interface ClockSubject {
  readonly kind: `${string}.${string}`
  readonly id: string
}

export interface EventRow {
  readonly clock_id: string
  readonly type: ClockEvent['type']
  readonly on_day: string
  readonly due_on: string | null
  readonly amount: number | null
}

/** Error: a row that says less than its type needs, which the writer never leaves. */
export function eventOf({ type, on_day: on, due_on: dueOn, amount }: EventRow): ClockEvent {
  switch (type) {
    case 'start':
      return { type, on, ...(dueOn !== null && { dueOn }) }
    case 'move':
      return { type, on, dueOn: dueOn ?? on }
    case 'extend':
      return { type, on, amount: amount ?? 0 }
    default:
      return { type, on }
  }
}

/** Columns that the events decide. `today` is the first day on which it may have something to do. */
export function countedColumns(clock: Clock, today: string, calendar: WorkingCalendar) {
  const { fire, nextOn } = sweepClock(clock, today, new Set(), calendar)
  return {
    state: clock.state,
    due_on: clock.dueOn ?? null,
    missing_year: clock.missing ?? null,
    next_on: (fire.length > 0 ? today : nextOn) ?? null,
  }
}

/** Each clock's events, in their order, by clock. */
export async function readEvents(
  db: Queries,
  county: string,
  clocks: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockEvent[]>> {
  const rows = await db.run<EventRow>(
    `select clock_id, type, on_day, due_on, amount from clocks_events
     where county_code = $1 and clock_id = any($2::text[]) order by clock_id, event_no`,
    [county, clocks],
  )
  const events = new Map<string, ClockEvent[]>()
  for (const row of rows) {
    const own = events.get(row.clock_id)
    if (own === undefined) events.set(row.clock_id, [eventOf(row)])
    else own.push(eventOf(row))
  }
  return events
}
