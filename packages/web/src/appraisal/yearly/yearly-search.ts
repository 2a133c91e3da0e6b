import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const yearlyTabs = ['ranking', 'outcomes'] as const
export type YearlyTab = (typeof yearlyTabs)[number]

export interface YearlySearch {
  tab?: YearlyTab | undefined
  /** County, year, pack and rating. */
  set?: string | undefined
  /** Of outcomes. */
  year?: string | undefined
}

export const yearlySearch = (values: SearchValues): YearlySearch => ({
  tab: choiceParam(values, 'tab', yearlyTabs),
  set: textParam(values, 'set'),
  year: textParam(values, 'year'),
})
