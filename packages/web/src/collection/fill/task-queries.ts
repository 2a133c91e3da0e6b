import type { CellStory, TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'

/** Which task; as in the address. */
export interface TaskKey {
  readonly county: string
  readonly task: string
}

export const keyOf = (task: TaskEntry): TaskKey => ({ county: task.county_code, task: task.task_id })

export const taskPath = ({ county, task }: TaskKey): string =>
  `/collection/tasks/${encodeURIComponent(county)}/${encodeURIComponent(task)}`

export const taskKeyOf = ({ county, task }: TaskKey) => [...collectingKey, 'task', county, task] as const

/** Rows of a roster that are shown at once. */
export const rowsPerPage = 300

/** Which rows of a roster are shown; as in the address. */
export interface RowsShown {
  readonly row_from?: string | undefined
  readonly row_text?: string | undefined
  readonly row_problems?: 'true' | undefined
  /** Row to be at: where no first row is named, the part in which it stands is shown. */
  readonly row?: string | undefined
}

export const taskQuery = (key: TaskKey, { row_from, row_text, row_problems, row }: RowsShown) => {
  const shown = { row_from, row_text, row_problems, row_at: row_from === undefined ? row : undefined }
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...taskKeyOf(key), shown],
    queryFn: ({ signal }) =>
      getJson<TaskDetail>(`${taskPath(key)}${queryString({ ...shown, row_size: String(rowsPerPage) })}`, signal),
  })
}

export interface CellPlace {
  readonly row: number
  readonly column: string
}

export const cellStoryQuery = (key: TaskKey, { row, column }: CellPlace) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...collectingKey, 'cell', key, row, column],
    queryFn: ({ signal }) => getJson<CellStory>(`${taskPath(key)}/cells/${row}/${encodeURIComponent(column)}`, signal),
  })
