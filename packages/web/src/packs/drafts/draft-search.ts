import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const draftTabs = ['form', 'source', 'golden', 'differences'] as const

export interface DraftSearch {
  readonly tab?: (typeof draftTabs)[number] | undefined
  /** Entry whose form is open: file and path. */
  readonly entry?: string | undefined
  /** File that is open in 源文件. */
  readonly file?: string | undefined
  /** Line that a mistake led to. */
  readonly line?: string | undefined
  /** Part of an id or title. */
  readonly q?: string | undefined
}

export function draftSearch(values: SearchValues): DraftSearch {
  return {
    tab: choiceParam(values, 'tab', draftTabs),
    entry: textParam(values, 'entry'),
    file: textParam(values, 'file'),
    line: textParam(values, 'line'),
    q: textParam(values, 'q'),
  }
}
