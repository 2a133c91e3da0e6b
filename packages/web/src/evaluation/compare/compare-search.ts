import { choiceParam, listParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const compareViews = ['years', 'townships', 'schools'] as const
export type CompareView = (typeof compareViews)[number]
export const changeFilters = ['worse', 'better', 'changed'] as const
export type ChangeFilter = (typeof changeFilters)[number]

export interface CompareSearch {
  readonly view?: CompareView | undefined
  /** `y2024`: an earlier year that the run read; else the id of another run. */
  readonly with?: string | undefined
  readonly change?: ChangeFilter | undefined
  readonly node?: string | undefined
  readonly by?: string | undefined
  readonly stage?: string | undefined
  /** `attribute=value`, one for each attribute filtered. */
  readonly f?: string[] | undefined
}

export function compareSearch(values: SearchValues): CompareSearch {
  return {
    view: choiceParam(values, 'view', compareViews),
    with: textParam(values, 'with'),
    change: choiceParam(values, 'change', changeFilters),
    node: textParam(values, 'node'),
    by: textParam(values, 'by'),
    stage: textParam(values, 'stage'),
    f: listParam(values, 'f'),
  }
}
