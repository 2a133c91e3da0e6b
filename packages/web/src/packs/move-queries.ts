import type { PeriodList, PeriodVersions } from '@eduduty/core/collection/tasks'
import type { MovePreview } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../platform/api/http.ts'
import { packsKey } from './packs-queries.ts'

/** `county/period`: how a period stands in addresses. */
const pathOf = (period: string): string => period.split('/').map(encodeURIComponent).join('/')
export const versionsPath = (period: string): string => `/collection/periods/${pathOf(period)}/versions`

export const periodsQuery = () =>
  queryOptions({
    queryKey: [...packsKey, 'periods'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<PeriodList>('/collection/periods', signal),
  })

export const periodVersionsQuery = (period: string) =>
  queryOptions({
    queryKey: [...packsKey, 'period', period],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<PeriodVersions>(versionsPath(period), signal),
  })

export const previewQuery = (period: string, hash: string) =>
  queryOptions({
    queryKey: [...packsKey, 'preview', period, hash],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<MovePreview>(`/evaluation/periods/${pathOf(period)}/versions/${hash}`, signal),
  })
