import { choiceParam, listParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export interface OverviewSearch {
  /** Indicator whose panel is open. */
  item?: string | undefined
  /** Only items in this state. */
  state?: ItemFilter | undefined
}
export const itemFilters = ['open', 'unmet', 'undecided', 'met'] as const
export type ItemFilter = (typeof itemFilters)[number]

export function overviewSearch(values: SearchValues): OverviewSearch {
  return { item: textParam(values, 'item'), state: choiceParam(values, 'state', itemFilters) }
}

export const subjectStates = ['unmet', 'undecided', 'missing', 'met'] as const
export type SubjectState = (typeof subjectStates)[number]

export interface SchoolSearch {
  /** Which table: grain and fixed dimensions; `excluded` for the ones left out. */
  view?: string | undefined
  /** Section whose indicators are the columns. */
  section?: string | undefined
  q?: string | undefined
  state?: SubjectState | undefined
  /** Only subjects that are unmet in this indicator. */
  fails?: string | undefined
  /** `attribute=value`, one for each attribute filtered. */
  f?: string[] | undefined
  sort?: string | undefined
  /** Subject whose panel is open. */
  subject?: string | undefined
}

export function schoolSearch(values: SearchValues): SchoolSearch {
  return {
    view: textParam(values, 'view'),
    section: textParam(values, 'section'),
    q: textParam(values, 'q'),
    state: choiceParam(values, 'state', subjectStates),
    fails: textParam(values, 'fails'),
    f: listParam(values, 'f'),
    sort: textParam(values, 'sort'),
    subject: textParam(values, 'subject'),
  }
}

export interface DispersionSearch {
  /** Figure id of the coefficient that is taken apart. */
  pick?: string | undefined
  sort?: string | undefined
}

export function dispersionSearch(values: SearchValues): DispersionSearch {
  return { pick: textParam(values, 'pick'), sort: textParam(values, 'sort') }
}

export interface RatingSearch {
  readonly rating?: string | undefined
  /** Subject whose items are shown. */
  readonly pick?: string | undefined
  readonly sort?: string | undefined
}

export function ratingSearch(values: SearchValues): RatingSearch {
  return { rating: textParam(values, 'rating'), pick: textParam(values, 'pick'), sort: textParam(values, 'sort') }
}

export interface WhatIfSearch {
  /** Indicator and subject whose inputs are shown. */
  readonly node?: string | undefined
  readonly subject?: string | undefined
}

export function whatIfSearch(values: SearchValues): WhatIfSearch {
  return { node: textParam(values, 'node'), subject: textParam(values, 'subject') }
}

export interface ScenariosSearch {
  /** Scenarios that are compared. */
  readonly pick?: string[] | undefined
  /** Also items that no scenario changes. */
  readonly all?: true | undefined
}

export function scenariosSearch(values: SearchValues): ScenariosSearch {
  return { pick: listParam(values, 'pick'), all: values.all === true || values.all === 'true' ? true : undefined }
}
