import { choiceParam, listParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'
import { type ItemFilter, itemFilters } from '../search.ts'

export interface IndicatorListSearch {
  readonly state?: ItemFilter | undefined
  readonly section?: string | undefined
  readonly q?: string | undefined
}

export function indicatorListSearch(values: SearchValues): IndicatorListSearch {
  return {
    state: choiceParam(values, 'state', itemFilters),
    section: textParam(values, 'section'),
    q: textParam(values, 'q'),
  }
}

export const figureStates = ['unmet', 'undecided', 'met'] as const
export type FigureState = (typeof figureStates)[number]

export interface IndicatorSearch {
  readonly q?: string | undefined
  readonly state?: FigureState | undefined
  /** `attribute=value`, one for each attribute filtered. */
  readonly f?: string[] | undefined
  readonly sort?: string | undefined
  /** Subject whose formula and years are shown. */
  readonly subject?: string | undefined
}

export function indicatorSearch(values: SearchValues): IndicatorSearch {
  return {
    q: textParam(values, 'q'),
    state: choiceParam(values, 'state', figureStates),
    f: listParam(values, 'f'),
    sort: textParam(values, 'sort'),
    subject: textParam(values, 'subject'),
  }
}
