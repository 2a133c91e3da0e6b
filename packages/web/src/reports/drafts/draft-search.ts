import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const reportStates = ['writing', 'review', 'final'] as const
export const reportKinds = ['self_evaluation', 'duty_report', 'bulletin', 'brief', 'notice', 'reply'] as const
export const reportLists = ['mine'] as const
export const sideTabs = ['marks', 'loose', 'comments', 'versions'] as const

export interface ReportsSearch {
  /** Only what waits for one's own signature. */
  list?: (typeof reportLists)[number] | undefined
  text?: string | undefined
  state?: (typeof reportStates)[number] | undefined
  kind?: (typeof reportKinds)[number] | undefined
}

/** Filters of the list, as they stand in the address. */
export function reportsSearch(values: SearchValues): ReportsSearch {
  return {
    list: choiceParam(values, 'list', reportLists),
    text: textParam(values, 'text'),
    state: choiceParam(values, 'state', reportStates),
    kind: choiceParam(values, 'kind', reportKinds),
  }
}

export interface ReportSearch {
  side?: (typeof sideTabs)[number] | undefined
  /** The paragraph, table or chart at which the page opens. */
  at?: string | undefined
  /** The papers behind the numbers of the block at `at` stand open. */
  evidence?: 'true' | undefined
}

export const reportSearch = (values: SearchValues): ReportSearch => ({
  side: choiceParam(values, 'side', sideTabs),
  at: textParam(values, 'at'),
  evidence: choiceParam(values, 'evidence', ['true']),
})
