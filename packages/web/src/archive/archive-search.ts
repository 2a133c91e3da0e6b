import { NeedState, PaperKind } from '@eduduty/core/archive'
import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const needStates = NeedState.anyOf.map((one) => one.const)
export const paperKinds = PaperKind.anyOf.map((one) => one.const)

export interface CatalogueSearch {
  /** `990101/<id>`; absent = the newest. */
  catalogue?: string | undefined
  state?: NeedState | undefined
  /** Everything that is not in order. */
  open?: 'true' | undefined
  indicator?: string | undefined
  unit?: string | undefined
  text?: string | undefined
  requested?: 'true' | undefined
  page?: string | undefined
  /** Whose panel is open, and which of its papers is looked at. */
  need?: string | undefined
  paper?: string | undefined
}

/** Filters of the catalogue and its open panel, as they stand in the address. */
export function catalogueSearch(values: SearchValues): CatalogueSearch {
  return {
    catalogue: textParam(values, 'catalogue'),
    state: choiceParam(values, 'state', needStates),
    open: choiceParam(values, 'open', ['true']),
    indicator: textParam(values, 'indicator'),
    unit: textParam(values, 'unit'),
    text: textParam(values, 'text'),
    requested: choiceParam(values, 'requested', ['true']),
    page: textParam(values, 'page'),
    need: textParam(values, 'need'),
    paper: textParam(values, 'paper'),
  }
}

const needFilters = ['state', 'open', 'indicator', 'unit', 'text', 'requested'] as const

export const isNeedFiltered = (search: CatalogueSearch): boolean =>
  needFilters.some((name) => search[name] !== undefined)

/** Everything but catalogue and panel, taken out. */
export const noNeedFilters: CatalogueSearch = {
  state: undefined,
  open: undefined,
  indicator: undefined,
  unit: undefined,
  text: undefined,
  requested: undefined,
}

export interface PapersSearch {
  county?: string | undefined
  text?: string | undefined
  kind?: PaperKind | undefined
  unit?: string | undefined
  only?: PaperMark | undefined
  page?: string | undefined
  /** Whose panel is open. */
  paper?: string | undefined
}

export const paperMarks = ['unused', 'lacking', 'expired', 'damaged', 'withdrawn'] as const
export type PaperMark = (typeof paperMarks)[number]

/** Filters of the papers and the open panel, as they stand in the address. */
export function papersSearch(values: SearchValues): PapersSearch {
  return {
    county: textParam(values, 'county'),
    text: textParam(values, 'text'),
    kind: choiceParam(values, 'kind', paperKinds),
    unit: textParam(values, 'unit'),
    only: choiceParam(values, 'only', paperMarks),
    page: textParam(values, 'page'),
    paper: textParam(values, 'paper'),
  }
}

export const isPaperFiltered = ({ text, kind, unit, only }: PapersSearch): boolean =>
  [text, kind, unit, only].some((one) => one !== undefined)

export interface HandInSearch {
  catalogue?: string | undefined
}

export const handInSearch = (values: SearchValues): HandInSearch => ({ catalogue: textParam(values, 'catalogue') })
