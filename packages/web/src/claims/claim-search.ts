import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const grades = ['wrong', 'doubtful', 'uncheckable'] as const
export const sources = ['file', 'text', 'report'] as const
export const having = ['wrong', 'doubtful', 'open'] as const
export const changeKinds = ['changed', 'appeared', 'vanished'] as const
const markFilters = ['open', 'closed'] as const
const views = ['text', 'changes'] as const

export interface ChecksSearch {
  text?: string | undefined
  source?: (typeof sources)[number] | undefined
  having?: (typeof having)[number] | undefined
}

/** Filters of the list, as they stand in the address. */
export const checksSearch = (values: SearchValues): ChecksSearch => ({
  text: textParam(values, 'text'),
  source: choiceParam(values, 'source', sources),
  having: choiceParam(values, 'having', having),
})

export interface CheckSearch {
  view?: (typeof views)[number] | undefined
  grade?: (typeof grades)[number] | undefined
  kind?: string | undefined
  state?: (typeof markFilters)[number] | undefined
  /** The finding that is looked at, counted from 1. */
  finding?: string | undefined
  change?: (typeof changeKinds)[number] | undefined
}

export const checkSearch = (values: SearchValues): CheckSearch => ({
  view: choiceParam(values, 'view', views),
  grade: choiceParam(values, 'grade', grades),
  kind: textParam(values, 'kind'),
  state: choiceParam(values, 'state', markFilters),
  finding: textParam(values, 'finding'),
  change: choiceParam(values, 'change', changeKinds),
})
