import { type SearchValues, textParam } from '../platform/shell/search-params.ts'

export interface CalendarSearch {
  county?: string | undefined
  /** The year in sight; absent = this year. */
  year?: string | undefined
}

export const calendarSearch = (values: SearchValues): CalendarSearch => ({
  county: textParam(values, 'county'),
  year: textParam(values, 'year'),
})
