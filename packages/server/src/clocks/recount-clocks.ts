import { dayOf } from '@eduduty/core/calendar'
import { clockOf } from '@eduduty/core/clocks'
import type { ClockRule } from '@eduduty/core/packs'
import type { Ctx } from '../platform/ctx.ts'
import { readCalendar } from './calendar/read-calendar.ts'
import { countedColumns, readEvents } from './clock-row.ts'

interface OpenRow {
  readonly clock_id: string
  readonly rule: ClockRule
  readonly due_on: string | null
}

const AT_ONCE = 1000

/** Counts every open time limit of a county by the calendar as it now is; gives how many due days became others. */
export async function recountClocks(ctx: Ctx, county: string): Promise<number> {
  const calendar = await readCalendar(ctx.db, county)
  const today = dayOf(ctx.now)
  let changed = 0
  for (let after = ''; ; ) {
    const rows = await ctx.db.run<OpenRow>(
      `select clock_id, rule, due_on from clocks_clocks
       where county_code = $1 and state <> 'stopped' and clock_id > $2 order by clock_id limit ${AT_ONCE} for update`,
      [county, after],
    )
    const events = await readEvents(
      ctx.db,
      county,
      rows.map(({ clock_id: id }) => id),
    )
    const counted = rows.map(({ clock_id: id, rule }) => ({
      id,
      ...countedColumns(clockOf(rule, events.get(id) ?? [], calendar), today, calendar),
    }))
    changed += counted.filter(({ due_on: due }, at) => due !== rows[at]?.due_on).length
    await ctx.db.run(
      `update clocks_clocks set due_on = new.due_on::date, missing_year = new.missing, next_on = new.next_on::date
       from unnest($2::text[], $3::text[], $4::integer[], $5::text[]) as new (id, due_on, missing, next_on)
       where county_code = $1 and clock_id = new.id`,
      [
        county,
        counted.map(({ id }) => id),
        counted.map(({ due_on: due }) => due),
        counted.map(({ missing_year: missing }) => missing),
        counted.map(({ next_on: next }) => next),
      ],
    )
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return changed
    after = last.clock_id
  }
}
