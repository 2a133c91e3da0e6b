import { makeWorkingCalendar, type WorkingCalendar } from '@eduduty/core/calendar'
import type { Queries } from '../../platform/db/database.ts'
import { type KnownYear, readShippedYears } from './read-shipped-years.ts'

/** A year that a county entered. */
export interface EnteredYear extends KnownYear {
  readonly version: number
  readonly note: string
  readonly person_name: string
  readonly entered_at: string
}

/** What a county entered, the last version of each year. */
export async function readEnteredYears(db: Queries, county: string): Promise<readonly EnteredYear[]> {
  return db.run<EnteredYear>(
    `select distinct on (year) year, version, rest, work, document, note, person_name, entered_at
     from clocks_calendar_years where county_code = $1 order by year, version desc`,
    [county],
  )
}

/** The working days by which a county counts: what it entered itself goes before what is shipped. */
export async function readCalendar(db: Queries, county: string): Promise<WorkingCalendar> {
  return makeWorkingCalendar([...(await readShippedYears()), ...(await readEnteredYears(db, county))])
}
