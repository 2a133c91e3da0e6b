import { checkWorkingYear } from '@eduduty/core/calendar'
import type { CalendarYearBody } from '@eduduty/core/clocks'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recountClocks } from '../recount-clocks.ts'
import { assertCountyKnown } from './assert-county-known.ts'
import { readEnteredYears } from './read-calendar.ts'

/**
 * Enters how a year is worked in a county, beside what was entered before, and counts anew every time limit that runs.
 * Errors: `clocks.county_not_found`, `clocks.whole_county`, `clocks.calendar_wrong`, `clocks.document_missing`. Gives how many due days changed.
 */
export async function enterYear(ctx: Ctx, county: string, year: number, body: CalendarYearBody): Promise<number> {
  assertCountyKnown(ctx, county)
  if (!reachesCounty(ctx.scopes, county)) throw new AppError('clocks.whole_county')
  const document = body.document.trim()
  if (document === '') throw new AppError('clocks.document_missing')
  const faults = checkWorkingYear({ year, rest: body.rest, work: body.work })
  if (faults.length > 0) throw new AppError('clocks.calendar_wrong', { year, faults: faults.slice(0, 5).join('；') })
  const before = (await readEnteredYears(ctx.db, county)).find((one) => one.year === year)
  await ctx.db.kysely
    .insertInto('clocks_calendar_years')
    .values({
      county_code: county,
      year,
      version: (before?.version ?? 0) + 1,
      rest: body.rest.toSorted(),
      work: body.work.toSorted(),
      document,
      note: body.note.trim(),
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      entered_at: ctx.now,
    })
    .execute()
  const changed = await recountClocks(ctx, county)
  ctx.audit({ action: 'clocks.enter_year', subject: `${year}年工作日历`, reason: document, detail: { changed } })
  return changed
}
