import { countWorkingDays, dayOf, makeWorkingCalendar, type WorkingYear } from '@eduduty/core/calendar'
import type { CalendarTable, CalendarYearView } from '@eduduty/core/clocks'
import type { Ctx } from '../../platform/ctx.ts'
import { assertCountyKnown } from './assert-county-known.ts'
import { readEnteredYears } from './read-calendar.ts'
import { readShippedYears } from './read-shipped-years.ts'

/** The calendar of a county year by year, the newest first, and the years that something waits for. Error: `clocks.county_not_found`. */
export async function readCalendarTable(ctx: Ctx, county: string): Promise<CalendarTable> {
  assertCountyKnown(ctx, county)
  const { db, now } = ctx
  const years = new Map<number, CalendarYearView>()
  for (const { year, rest, work, document } of await readShippedYears())
    years.set(year, { ...viewOf({ year, rest, work }), document, note: '', origin: 'pack' })
  for (const { year, rest, work, document, note, person_name: by, entered_at: at } of await readEnteredYears(
    db,
    county,
  ))
    years.set(year, { ...viewOf({ year, rest, work }), document, note, origin: 'county', by, at })
  const missing = await db.run<{ year: number; clocks: number }>(
    `select missing_year as year, count(*) as clocks from clocks_clocks
     where county_code = $1 and state <> 'stopped' and missing_year is not null group by missing_year order by missing_year`,
    [county],
  )
  return { today: dayOf(now), years: [...years.values()].sort((one, other) => other.year - one.year), missing }
}

function viewOf(one: WorkingYear) {
  const { year, rest, work } = one
  const calendar = makeWorkingCalendar([{ year: year - 1, rest: [], work: [] }, one])
  const counted = countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`)
  return { year, rest: [...rest], work: [...work], working_days: 'days' in counted ? counted.days : 0 }
}
