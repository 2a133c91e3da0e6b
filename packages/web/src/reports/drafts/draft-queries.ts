import type {
  KeptReport,
  ReportDetail,
  ReportDrawables,
  ReportFigures,
  ReportList,
  ReportOffers,
  ReportPlace,
  ReportPlaces,
} from '@eduduty/core/reports'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

export interface ReportKey {
  readonly county: string
  readonly report: string
}

export const reportsKey = ['reports', 'drafts'] as const

export const reportPath = ({ county, report }: ReportKey): string =>
  `/reports/${encodeURIComponent(county)}/${encodeURIComponent(report)}`

export const reportsQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...reportsKey, 'list'],
    queryFn: ({ signal }) => getJson<ReportList>('/reports', signal),
  })

export const reportKey = ({ county, report }: ReportKey) => [...reportsKey, 'one', county, report] as const

export const reportQuery = (key: ReportKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: reportKey(key),
    queryFn: ({ signal }) => getJson<ReportDetail>(reportPath(key), signal),
  })

export const reportOffersQuery = (run: string) =>
  queryOptions({
    queryKey: [...reportsKey, 'offers', run],
    queryFn: ({ signal }) => getJson<ReportOffers>(`/reports/offers${queryString({ run })}`, signal),
  })

export const versionQuery = (key: ReportKey, version: number) =>
  queryOptions({
    queryKey: [...reportKey(key), 'version', version],
    queryFn: ({ signal }) => getJson<KeptReport>(`${reportPath(key)}/versions/${version}`, signal),
  })

export const placesQuery = (key: ReportKey) =>
  queryOptions({
    queryKey: [...reportsKey, 'places', key.county, key.report],
    queryFn: ({ signal }) => getJson<ReportPlaces>(`${reportPath(key)}/figure-places`, signal),
  })

export const figuresQuery = (key: ReportKey, place: Pick<ReportPlace, 'grain' | 'subject'>) =>
  queryOptions({
    queryKey: [...reportsKey, 'figures', key.county, key.report, place],
    queryFn: ({ signal }) => getJson<ReportFigures>(`${reportPath(key)}/figures${queryString({ ...place })}`, signal),
  })

export const drawablesQuery = (key: ReportKey) =>
  queryOptions({
    queryKey: [...reportsKey, 'drawables', key.county, key.report],
    queryFn: ({ signal }) => getJson<ReportDrawables>(`${reportPath(key)}/drawables`, signal),
  })
