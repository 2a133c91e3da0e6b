import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface TemplatesSearch {
  /** Part of a name or its help. */
  readonly q?: string | undefined
  /** Where a name may be used. */
  readonly group?: string | undefined
  /** Template whose versions are open. */
  readonly template?: string | undefined
}

export function templatesSearch(values: SearchValues): TemplatesSearch {
  return { q: textParam(values, 'q'), group: textParam(values, 'group'), template: textParam(values, 'template') }
}
