import type { CohortBook, CohortGroup, CohortRows, CohortStage } from '@eduduty/core/enrolment'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

/** Pupils that the server gives at once. */
export const cohortPageSize = 100

const path = (county: string): string => `/enrolment/cohorts/${encodeURIComponent(county)}`

export const cohortsQuery = (county: string, year: string | undefined) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: ['enrolment', 'cohorts', county, year],
    queryFn: ({ signal }) => getJson<CohortBook>(`${path(county)}${queryString({ year })}`, signal),
  })

export interface PupilsWanted {
  readonly stage: CohortStage
  readonly group: CohortGroup
  readonly unit: string | undefined
  readonly page: string | undefined
}

export const cohortPupilsQuery = (county: string, year: number, { page, ...wanted }: PupilsWanted) => {
  const offset = (Math.max(1, Number(page ?? '1') || 1) - 1) * cohortPageSize
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: ['enrolment', 'cohort pupils', county, year, wanted, offset],
    queryFn: ({ signal }) =>
      getJson<CohortRows>(
        `${path(county)}/${year}/pupils${queryString({ ...wanted, offset: String(offset) })}`,
        signal,
      ),
  })
}
