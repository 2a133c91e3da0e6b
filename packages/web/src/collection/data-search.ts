import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const dataTabs = ['findings', 'files', 'coverage'] as const
export type DataTab = (typeof dataTabs)[number]
export const findingLevels = ['error', 'check', 'repair', 'note'] as const

export interface DataSearch {
  tab?: DataTab | undefined
  level?: (typeof findingLevels)[number] | undefined
  file?: string | undefined
  q?: string | undefined
  sort?: string | undefined
  /** Position of the finding whose panel is open. */
  pick?: string | undefined
}

export function dataSearch(values: SearchValues): DataSearch {
  return {
    tab: choiceParam(values, 'tab', dataTabs),
    level: choiceParam(values, 'level', findingLevels),
    file: textParam(values, 'file'),
    q: textParam(values, 'q'),
    sort: textParam(values, 'sort'),
    pick: textParam(values, 'pick'),
  }
}
