import { choiceParam, type SearchValues } from '../../platform/shell/search-params.ts'

export const periodTabs = ['owing', 'township', 'kind', 'register', 'requests'] as const
export type PeriodTab = (typeof periodTabs)[number]

export interface PeriodSearch {
  tab?: PeriodTab | undefined
}

export function periodSearch(values: SearchValues): PeriodSearch {
  return { tab: choiceParam(values, 'tab', periodTabs) }
}
