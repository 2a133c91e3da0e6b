import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const fillTabs = ['problems', 'cell', 'events', 'files'] as const
export type FillTab = (typeof fillTabs)[number]

export interface FillSearch {
  tab?: FillTab | undefined
  /** The panel is folded away. */
  panel?: 'closed' | undefined
  /** An earlier version that is looked at. */
  version?: string | undefined
  /** First row of a roster that is shown, from 0. */
  row_from?: string | undefined
  /** Only rows of a roster in which these words stand. */
  row_text?: string | undefined
  /** Only rows of a roster with problems. */
  row_problems?: 'true' | undefined
  /** Cell to be at when the page opens. */
  column?: string | undefined
  row?: string | undefined
}

export function fillSearch(values: SearchValues): FillSearch {
  return {
    tab: choiceParam(values, 'tab', fillTabs),
    panel: choiceParam(values, 'panel', ['closed']),
    version: textParam(values, 'version'),
    row_from: textParam(values, 'row_from'),
    row_text: textParam(values, 'row_text'),
    row_problems: choiceParam(values, 'row_problems', ['true']),
    column: textParam(values, 'column'),
    row: textParam(values, 'row'),
  }
}
