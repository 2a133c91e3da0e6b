import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface OwnSearch {
  /** Which evaluation; absent = the newest. */
  of?: string | undefined
  /** Only what is not met. */
  open?: 'true' | undefined
  sort?: string | undefined
}

export function ownSearch(values: SearchValues): OwnSearch {
  return { of: textParam(values, 'of'), open: choiceParam(values, 'open', ['true']), sort: textParam(values, 'sort') }
}
