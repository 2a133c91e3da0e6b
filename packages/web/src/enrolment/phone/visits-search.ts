import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface VisitsSearch {
  /** `990101/<id>` of which a record is being written. */
  record?: string | undefined
}

export const visitsSearch = (values: SearchValues): VisitsSearch => ({ record: textParam(values, 'record') })
