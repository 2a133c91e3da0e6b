import { type AppraisalState, isAppraisalState } from '@eduduty/core/appraisal'
import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export interface AppraisalsSearch {
  text?: string | undefined
  year?: string | undefined
  state?: AppraisalState | undefined
  at_me?: 'true' | undefined
}

/** Filters of the list, as they stand in the address. */
export function appraisalsSearch(values: SearchValues): AppraisalsSearch {
  const state = textParam(values, 'state')
  return {
    text: textParam(values, 'text'),
    year: textParam(values, 'year'),
    state: state !== undefined && isAppraisalState(state) ? state : undefined,
    at_me: choiceParam(values, 'at_me', ['true']),
  }
}

export const noFilters: AppraisalsSearch = { text: undefined, year: undefined, state: undefined, at_me: undefined }

export const isFiltered = (search: AppraisalsSearch): boolean =>
  search.text !== undefined || search.year !== undefined || search.state !== undefined || search.at_me !== undefined

export const appraisalTabs = [
  'items',
  'adjustments',
  'raters',
  'differences',
  'result',
  'appeals',
  'outcomes',
  'events',
] as const
export type AppraisalTab = (typeof appraisalTabs)[number]
export const itemFilters = ['all', 'mine', 'deviates', 'differs'] as const
export type ItemFilter = (typeof itemFilters)[number]

export interface AppraisalSearch {
  tab?: AppraisalTab | undefined
  /** Item whose panel is open. */
  item?: string | undefined
  show?: ItemFilter | undefined
}

export function appraisalSearch(values: SearchValues): AppraisalSearch {
  return {
    tab: choiceParam(values, 'tab', appraisalTabs),
    item: textParam(values, 'item'),
    show: choiceParam(values, 'show', itemFilters),
  }
}
