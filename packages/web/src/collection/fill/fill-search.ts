import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const fillTabs = ['problems', 'cell', 'events', 'files'] as const
export type FillTab = (typeof fillTabs)[number]

export interface FillSearch {
  tab?: FillTab | undefined
  /** The panel is folded away. */
  panel?: 'closed' | undefined
  /** First row of a roster that is shown, from 0. */
  row_from?: string | undefined
}

export function fillSearch(values: SearchValues): FillSearch {
  return {
    tab: choiceParam(values, 'tab', fillTabs),
    panel: choiceParam(values, 'panel', ['closed']),
    row_from: textParam(values, 'row_from'),
  }
}
