import type { CareList, CareView, DiagnosisList, TeachingBook } from '@eduduty/core/enrolment'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askJson, getJson, queryString } from '../../platform/api/http.ts'
import { type CarePageSearch, onlyOf } from './care-search.ts'

/** Everything of children in care that somebody may change at any moment. */
export const careKey = ['enrolment', 'care'] as const

export const carePageSize = 100

const path = (...parts: readonly string[]): string => `/enrolment/${parts.map(encodeURIComponent).join('/')}`

/** Below /api. */
export const carePath = (county: string): string => path('care', county)
export const childPath = (county: string, child: string): string => path('care', county, child)
export const teachingFilePath = (
  county: string,
  school: string,
  which: { year: number; term: string; format: 'docx' | 'xlsx' },
): string => `${path('teaching', county, school)}/file${queryString({ ...which, year: String(which.year) })}`

/** `text`: a name, a village or a school, typed on the page; it goes in a body, never in an address. */
export const careListQuery = (county: string, search: CarePageSearch, text?: string) => {
  const { kind, page } = search
  const offset = (Math.max(1, Number(page ?? '1') || 1) - 1) * carePageSize
  const only = onlyOf(search)
  const wanted = { only, kind, offset: String(offset), limit: String(carePageSize) }
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...careKey, 'list', county, wanted, text],
    queryFn: ({ signal }) =>
      text === undefined
        ? getJson<CareList>(`${carePath(county)}${queryString(wanted)}`, signal)
        : askJson<CareList>(`${carePath(county)}/search`, { only, kind, text, offset, limit: carePageSize }),
  })
}

/** Opening a child is noted by the server: it is not read anew without need. */
export const childQuery = (county: string, child: string) =>
  queryOptions({
    staleTime: 60_000,
    gcTime: 0,
    queryKey: [...careKey, 'child', county, child],
    queryFn: ({ signal }) => getJson<CareView>(childPath(county, child), signal),
  })

export const teachingQuery = (county: string, { year, term }: CarePageSearch) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...careKey, 'teaching', county, year, term],
    queryFn: ({ signal }) => getJson<TeachingBook>(`${path('teaching', county)}${queryString({ year, term })}`, signal),
  })

/** Only when asked for: every reading is noted, and no cache keeps it. */
export const diagnosesQuery = (county: string, child: string) =>
  queryOptions({
    staleTime: 0,
    gcTime: 0,
    queryKey: ['enrolment', 'diagnoses', county, child],
    queryFn: ({ signal }) => getJson<DiagnosisList>(`${childPath(county, child)}/diagnoses`, signal),
  })
