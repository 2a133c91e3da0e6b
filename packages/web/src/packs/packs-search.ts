import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export interface PacksSearch {
  /** Part of a title or document number. */
  readonly q?: string | undefined
  readonly only?: 'unverified' | undefined
  readonly sort?: string | undefined
  /** Version whose panel is open: id and hash. */
  readonly version?: string | undefined
  /** Period whose panel is open: county and id. */
  readonly period?: string | undefined
}

export function packsSearch(values: SearchValues): PacksSearch {
  return {
    q: textParam(values, 'q'),
    only: choiceParam(values, 'only', ['unverified']),
    sort: textParam(values, 'sort'),
    version: textParam(values, 'version'),
    period: textParam(values, 'period'),
  }
}
