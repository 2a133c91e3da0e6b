import type { CommentEntry, LightCounts, TrendAnswer } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

const base = (run: string) => `/evaluation/runs/${encodeURIComponent(run)}`

export const trendQuery = (run: string, figure: string) =>
  queryOptions({
    queryKey: ['trend', run, figure],
    queryFn: ({ signal }) => getJson<TrendAnswer>(`${base(run)}/trend${queryString({ figure })}`, signal),
  })

export const lightsQuery = (run: string) =>
  queryOptions({
    queryKey: ['lights', run],
    queryFn: ({ signal }) => getJson<LightCounts>(`${base(run)}/lights`, signal),
  })

export const commentsKey = (run: string, node: string) => ['comments', run, node] as const

export const commentsQuery = (run: string, node: string) =>
  queryOptions({
    queryKey: commentsKey(run, node),
    staleTime: 0,
    queryFn: ({ signal }) => getJson<CommentEntry[]>(`${base(run)}/comments${queryString({ node })}`, signal),
  })

export const commentsPath = (run: string) => `${base(run)}/comments`
