import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { type ClockEvent, clockOf } from '@eduduty/core/clocks'
import { countyOf, type OrgPath } from '@eduduty/core/organizations'
import type { ClockRule } from '@eduduty/core/packs'
import type { Ctx } from '../platform/ctx.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import { type ClockSubject, countedColumns } from './clock-row.ts'

export interface NewClock {
  /** Whose time it is. */
  readonly path: OrgPath
  readonly subject: ClockSubject
  /** Stands in reminders. */
  readonly title: string
  readonly rule: ClockRule
  /** The day that does not count. */
  readonly startedOn: string
  /** Where the rule has no length. */
  readonly dueOn?: string
}

/** Starts time limits, all of one county, in one go; gives their ids in the same order. */
export async function startClocks(ctx: Ctx, county: string, clocks: readonly NewClock[]): Promise<readonly string[]> {
  const calendar = await readCalendar(ctx.db, county)
  const today = dayOf(ctx.now)
  const made = clocks.map(({ path, subject, title, rule, startedOn, dueOn }) => {
    if (countyOf(path) !== county) throw new Error(`${path} is not in ${county}`)
    const start: ClockEvent = { type: 'start', on: startedOn, ...(dueOn !== undefined && { dueOn }) }
    const id = randomUUID()
    const key = { county_code: county, clock_id: id, org_path: path }
    const of = { subject_kind: subject.kind, subject_id: subject.id, title, rule: JSON.stringify(rule) }
    const counted = countedColumns(clockOf(rule, [start], calendar), today, calendar)
    return {
      id,
      row: { ...key, ...of, started_on: startedOn, ...counted },
      event: {
        ...key,
        event_no: 1,
        type: 'start',
        on_day: startedOn,
        due_on: dueOn ?? null,
        amount: null,
        person_id: ctx.actor.id,
        person_name: ctx.actor.name,
        recorded_at: ctx.now,
      },
    }
  })
  for (const part of chunks(made, 500)) {
    await ctx.db.kysely
      .insertInto('clocks_clocks')
      .values(part.map(({ row }) => row))
      .execute()
    await ctx.db.kysely
      .insertInto('clocks_events')
      .values(part.map(({ event }) => event))
      .execute()
  }
  return made.map(({ id }) => id)
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}
