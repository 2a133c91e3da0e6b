import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface CockpitSearch {
  readonly node?: string | undefined
  readonly by?: string | undefined
  /** `1`: for a large screen, without the frame. */
  readonly wall?: string | undefined
}

export function cockpitSearch(values: SearchValues): CockpitSearch {
  return { node: textParam(values, 'node'), by: textParam(values, 'by'), wall: textParam(values, 'wall') }
}
