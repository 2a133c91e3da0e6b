import type {
  CopiedPlan,
  PackChoices,
  PeriodList,
  PeriodOffer,
  PeriodProgress,
  PeriodRequests,
  TaskEntry,
  TaskList,
} from '@eduduty/core/collection/tasks'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'

export interface PeriodKey {
  readonly county: string
  readonly period: string
}

export const periodPath = ({ county, period }: PeriodKey): string =>
  `/collection/periods/${encodeURIComponent(county)}/${encodeURIComponent(period)}`

export const periodsQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'periods'],
    queryFn: ({ signal }) => getJson<PeriodList>('/collection/periods', signal),
  })

export const progressQuery = (key: PeriodKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'progress', key],
    queryFn: ({ signal }) => getJson<PeriodProgress>(`${periodPath(key)}/progress`, signal),
  })

export const periodRequestsQuery = (key: PeriodKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'period requests', key],
    queryFn: ({ signal }) => getJson<PeriodRequests>(`${periodPath(key)}/requests`, signal),
  })

/** Standards packs that stand ready on this server. */
export const packsQuery = () =>
  queryOptions({
    queryKey: [...collectingKey, 'packs'],
    queryFn: ({ signal }) => getJson<PackChoices>('/collection/periods/packs', signal),
  })

/** Registers of a pack and who is proposed to fill them. */
export const offerQuery = (county: string, pack: string) =>
  queryOptions({
    queryKey: [...collectingKey, 'offer', county, pack],
    queryFn: ({ signal }) => getJson<PeriodOffer>(`/collection/periods/offer${queryString({ county, pack })}`, signal),
  })

export const copyQuery = (key: PeriodKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'copy', key],
    queryFn: ({ signal }) => getJson<CopiedPlan>(`${periodPath(key)}/copy`, signal),
  })

/** Most tasks that the server gives at once. */
const mostAtOnce = 500

/** All tasks of a period, or those that are still owed, however many. */
export const periodTasksQuery = (key: PeriodKey, owing?: 'true') =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'period tasks', key, owing],
    queryFn: async ({ signal }) => {
      const tasks: TaskEntry[] = []
      for (let page = 1; ; page += 1) {
        const filter = { period: key.period, owing, page: String(page), size: String(mostAtOnce) }
        const list = await getJson<TaskList>(`/collection/tasks${queryString(filter)}`, signal)
        tasks.push(...list.tasks)
        if (list.tasks.length === 0 || tasks.length >= list.total) return tasks
      }
    },
  })
