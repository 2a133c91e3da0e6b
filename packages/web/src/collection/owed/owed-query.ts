import type { TaskList } from '@eduduty/core/collection/tasks'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'

/** Whose form of which register; `unit`: its code. */
export interface OwedKey {
  readonly county: string
  readonly register: string
  readonly unit: string
}

const MOST = '20'

/** The tasks of a unit for a register, of all periods; those that are not frozen come first. */
export const owedQuery = ({ county, register, unit }: OwedKey) =>
  queryOptions({
    queryKey: [...collectingKey, 'owed', county, register, unit],
    queryFn: ({ signal }) =>
      getJson<TaskList>(`/collection/tasks${queryString({ county, register, text: unit, size: MOST })}`, signal),
  })
