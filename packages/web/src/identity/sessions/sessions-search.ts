import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface SessionsSearch {
  q?: string | undefined
  sort?: string | undefined
  /** Session whose panel is open. */
  pick?: string | undefined
}

export function sessionsSearch(values: SearchValues): SessionsSearch {
  return { q: textParam(values, 'q'), sort: textParam(values, 'sort'), pick: textParam(values, 'pick') }
}
