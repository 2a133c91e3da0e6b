import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface PricesSearch {
  /** Whose history is open. */
  readonly of?: string | undefined
}

export function pricesSearch(values: SearchValues): PricesSearch {
  return { of: textParam(values, 'of') }
}
