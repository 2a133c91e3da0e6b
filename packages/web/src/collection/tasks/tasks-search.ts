import { isTaskState, type TaskState } from '@eduduty/core/collection/tasks'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface TasksSearch {
  period?: string | undefined
  register?: string | undefined
  state?: TaskState | undefined
  township?: string | undefined
  text?: string | undefined
  overdue?: 'true' | undefined
  at_me?: 'true' | undefined
  page?: string | undefined
}

/** Filters of the list of tasks, as they stand in the address. */
export function tasksSearch(values: SearchValues): TasksSearch {
  const state = textParam(values, 'state')
  return {
    period: textParam(values, 'period'),
    register: textParam(values, 'register'),
    state: state !== undefined && isTaskState(state) ? state : undefined,
    township: textParam(values, 'township'),
    text: textParam(values, 'text'),
    overdue: choiceParam(values, 'overdue', ['true']),
    at_me: choiceParam(values, 'at_me', ['true']),
    page: textParam(values, 'page'),
  }
}

const filters = ['period', 'register', 'state', 'township', 'text', 'overdue', 'at_me'] as const

export const isFiltered = (search: TasksSearch): boolean => filters.some((name) => search[name] !== undefined)

/** Everything but the page, taken out. */
export const noFilters: TasksSearch = {
  period: undefined,
  register: undefined,
  state: undefined,
  township: undefined,
  text: undefined,
  overdue: undefined,
  at_me: undefined,
}
