import { dayOf } from '@eduduty/core/calendar'
import { type Clock, type ClockEvent, clockOf } from '@eduduty/core/clocks'
import type { ClockRule } from '@eduduty/core/packs'
import type { Ctx } from '../platform/ctx.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import { type ClockKey, countedColumns, readEvents } from './clock-row.ts'

export type LaterEvent = Exclude<ClockEvent, { type: 'start' }>

/** Why, and who allowed it. */
export interface EventGrounds {
  readonly reason: string
  readonly approvedBy?: string
}

/**
 * Keeps what happened to a time limit and counts it anew. Whoever calls has decided that it may happen. Error: no such
 * clock within reach, which is a bug of the caller.
 */
export async function noteClockEvent(
  ctx: Ctx,
  { county, clock: id }: ClockKey,
  event: LaterEvent,
  { reason, approvedBy = '' }: EventGrounds,
): Promise<Clock> {
  const [row] = await ctx.db.run<{ rule: ClockRule; org_path: string }>(
    `select rule, org_path from clocks_clocks where county_code = $1 and clock_id = $2 for update`,
    [county, id],
  )
  if (row === undefined) throw new Error(`no clock ${id} in ${county}`)
  const before = (await readEvents(ctx.db, county, [id])).get(id) ?? []
  const calendar = await readCalendar(ctx.db, county)
  const clock = clockOf(row.rule, [...before, event], calendar)
  await ctx.db.kysely
    .insertInto('clocks_events')
    .values({
      county_code: county,
      clock_id: id,
      event_no: before.length + 1,
      org_path: row.org_path,
      type: event.type,
      on_day: event.on,
      due_on: 'dueOn' in event ? event.dueOn : null,
      amount: 'amount' in event ? event.amount : null,
      reason,
      approved_by: approvedBy,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      recorded_at: ctx.now,
    })
    .execute()
  await ctx.db.kysely
    .updateTable('clocks_clocks')
    .set(countedColumns(clock, dayOf(ctx.now), calendar))
    .where('county_code', '=', county)
    .where('clock_id', '=', id)
    .execute()
  return clock
}
