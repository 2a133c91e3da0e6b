import type { CaseList, CaseStepView, CaseUnitNames, CaseView, HandoverList } from '@eduduty/core/enrolment'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askJson, getJson, queryString } from '../../platform/api/http.ts'
import { askedOf, type CasesSearch } from './case-search.ts'

/** Everything of the cases that somebody may change at any moment. */
export const casesKey = ['enrolment', 'cases'] as const

export const casesPageSize = 100

const path = (...parts: readonly string[]): string => `/enrolment/${parts.map(encodeURIComponent).join('/')}`

/** Below /api. */
export const casePath = (county: string, id: string): string => path('cases', county, id)
export const handoverPath = (county: string, id: string): string => path('handovers', county, id)
export const caseFilePath = (county: string, id: string, paper: string): string =>
  `${casePath(county, id)}/papers/${encodeURIComponent(paper)}`

/** A step of the county is a decision, with a verb of its own. */
export const stepsPath = (county: string, id: string, { line }: Pick<CaseStepView, 'line'>): string =>
  `${casePath(county, id)}/${line === '县' ? 'decisions' : 'steps'}`

/** Below /api: cases of a county, and where a new one is reported. */
export const casesPath = (county: string): string => path('cases', county)

/** What is typed of a child: it goes in a body, never in an address. */
export interface TypedOfChild {
  readonly idNumber?: string | undefined
  readonly text?: string | undefined
}

/** Cases by a name or a village; one child by a number, whatever else is filtered. */
export const casesQuery = (county: string, search: CasesSearch, { idNumber, text }: TypedOfChild = {}) => {
  const { state, owner, unit, page } = search
  const offset = (Math.max(1, Number(page ?? '1') || 1) - 1) * casesPageSize
  const asked = askedOf(search)
  const wanted = { ...asked, state, owner, unit, offset: String(offset), limit: String(casesPageSize) }
  return queryOptions({
    staleTime: 0,
    // What was looked up by a number is forgotten as soon as it is not shown.
    ...(idNumber === undefined ? { placeholderData: keepPreviousData } : { gcTime: 0 }),
    queryKey: [...casesKey, 'list', county, wanted, idNumber, text],
    queryFn: ({ signal }) => {
      if (idNumber !== undefined) return askJson<CaseList>(`${casesPath(county)}/lookup`, { id_number: idNumber })
      if (text === undefined) return getJson<CaseList>(`${casesPath(county)}${queryString(wanted)}`, signal)
      const flags = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value === 'true']))
      const body = { ...flags, state, owner, unit, text, offset, limit: casesPageSize }
      return askJson<CaseList>(`${casesPath(county)}/search`, body)
    },
  })
}

export const caseKey = (county: string, id: string) => [...casesKey, 'one', county, id] as const

/** Opening a case is noted by the server: it is not read anew without need. */
export const caseQuery = (county: string, id: string) =>
  queryOptions({
    staleTime: 60_000,
    gcTime: 0,
    queryKey: caseKey(county, id),
    queryFn: ({ signal }) => getJson<CaseView>(casePath(county, id), signal),
  })

export const handoversQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...casesKey, 'handovers', county],
    queryFn: ({ signal }) => getJson<HandoverList>(path('handovers', county), signal),
  })

/** All townships and schools of a county by name, also those beyond reach. */
export const unitNamesQuery = (county: string) =>
  queryOptions({
    queryKey: ['enrolment', 'units', county],
    queryFn: ({ signal }) => getJson<CaseUnitNames>(path('units', county), signal),
  })
