import type { CalendarTable } from '@eduduty/core/clocks'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../platform/api/http.ts'

export const calendarKey = ['clocks', 'calendar'] as const

export const calendarPath = (county: string): string => `/clocks/calendar/${encodeURIComponent(county)}`

export const calendarQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...calendarKey, county],
    queryFn: ({ signal }) => getJson<CalendarTable>(calendarPath(county), signal),
  })
