import type { TaskList } from '@eduduty/core/collection/tasks'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import type { TasksSearch } from './tasks-search.ts'

/** Everything of collecting that somebody may change at any moment. */
export const collectingKey = ['collecting'] as const

export const tasksPageSize = 100

export const tasksQuery = (search: TasksSearch) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...collectingKey, 'tasks', search],
    queryFn: ({ signal }) =>
      getJson<TaskList>(`/collection/tasks${queryString({ ...search, size: String(tasksPageSize) })}`, signal),
  })
