import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'
import { type CheckSearch, checkLevels } from '../checks/check-search.ts'

export const periodTabs = ['owing', 'township', 'kind', 'register', 'requests', 'checks'] as const
export type PeriodTab = (typeof periodTabs)[number]

export interface PeriodSearch extends CheckSearch {
  tab?: PeriodTab | undefined
}

export function periodSearch(values: SearchValues): PeriodSearch {
  return {
    tab: choiceParam(values, 'tab', periodTabs),
    level: choiceParam(values, 'level', checkLevels),
    township: textParam(values, 'township'),
    register: textParam(values, 'register'),
    check: textParam(values, 'check'),
    text: textParam(values, 'text'),
    sort: textParam(values, 'sort'),
  }
}
