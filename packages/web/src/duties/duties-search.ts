import { Light, TaskState } from '@eduduty/core/duties'
import { DutyLevel, DutyList } from '@eduduty/core/packs'
import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const lists = DutyList.anyOf.map((one) => one.const)
export const levels = DutyLevel.anyOf.map((one) => one.const)
export const lights = Light.anyOf.map((one) => one.const)
export const states = TaskState.anyOf.map((one) => one.const)

export interface DutiesSearch {
  /** `990101/<id>`; absent = that of the running year. */
  plan?: string | undefined
  list?: DutyList | undefined
  light?: Light | undefined
  state?: TaskState | undefined
  conflict?: 'true' | undefined
  unit?: string | undefined
  text?: string | undefined
  mine?: 'true' | undefined
  page?: string | undefined
  /** Whose panel is open. */
  task?: string | undefined
}

/** Filters of the list of tasks and its open panel, as they stand in the address. */
export function dutiesSearch(values: SearchValues): DutiesSearch {
  return {
    plan: textParam(values, 'plan'),
    list: choiceParam(values, 'list', lists),
    light: choiceParam(values, 'light', lights),
    state: choiceParam(values, 'state', states),
    conflict: choiceParam(values, 'conflict', ['true']),
    unit: textParam(values, 'unit'),
    text: textParam(values, 'text'),
    mine: choiceParam(values, 'mine', ['true']),
    page: textParam(values, 'page'),
    task: textParam(values, 'task'),
  }
}

const filters = ['light', 'state', 'conflict', 'unit', 'text', 'mine'] as const

export const isFiltered = (search: DutiesSearch): boolean => filters.some((name) => search[name] !== undefined)

/** Everything but plan, list and panel, taken out. */
export const noFilters: DutiesSearch = {
  light: undefined,
  state: undefined,
  conflict: undefined,
  unit: undefined,
  text: undefined,
  mine: undefined,
}

export interface DrawUpSearch {
  plan?: string | undefined
  level?: DutyLevel | undefined
  text?: string | undefined
  /** `pack/duty` whose panel is open. */
  duty?: string | undefined
}

export const drawUpSearch = (values: SearchValues): DrawUpSearch => ({
  plan: textParam(values, 'plan'),
  level: choiceParam(values, 'level', levels),
  text: textParam(values, 'text'),
  duty: textParam(values, 'duty'),
})
