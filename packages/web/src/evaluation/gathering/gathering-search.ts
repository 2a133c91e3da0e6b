import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface GatheringSearch {
  readonly area?: string | undefined
  readonly pack?: string | undefined
  readonly year?: string | undefined
}

export function gatheringSearch(values: SearchValues): GatheringSearch {
  return { area: textParam(values, 'area'), pack: textParam(values, 'pack'), year: textParam(values, 'year') }
}
