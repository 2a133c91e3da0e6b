import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface CountiesSearch {
  readonly pack?: string | undefined
  readonly node?: string | undefined
}

export function countiesSearch(values: SearchValues): CountiesSearch {
  return { pack: textParam(values, 'pack'), node: textParam(values, 'node') }
}
