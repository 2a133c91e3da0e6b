import type { Assessment, Figure, FigureChain, Mention, State, Trace } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../api/http.ts'

export interface RunEntry {
  readonly id: string
  readonly created_at: string
  readonly year: number
  readonly pack: { readonly id: string; readonly title: string; readonly version: string }
  readonly county: { readonly code: string; readonly name: string }
  readonly state: State
  readonly status: 'preview' | 'official'
}

export interface FigureFilter {
  readonly grain?: string
  readonly node?: readonly string[]
  readonly subject?: readonly string[]
  /** Id of a unit of the county's tree. */
  readonly unit?: string
}

export interface FigureTrace {
  readonly figure: Figure
  readonly trace: Trace
  readonly mentions: readonly Mention[]
}

export interface Excerpt {
  readonly file: string
  readonly sheet: string
  readonly cell: string
  /** Zero-based row and column of the first cell of `rows`. */
  readonly top: number
  readonly left: number
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly { top: number; left: number; bottom: number; right: number }[]
  readonly highlight: { readonly row: number; readonly column: number }
  /** Where the cell was typed on a page, there is no sheet: who typed it, when and how. */
  readonly online?: {
    readonly unit: string
    readonly table: string
    readonly item: string
    readonly text: string
    readonly by?: string
    readonly at?: string
    readonly way?: string
  }
  /** Where the cell was taken from the run of a lower government: which one, and the figure there if the reader sees it. */
  readonly gathered?: {
    readonly county: { readonly code: string; readonly name: string }
    readonly table: string
    readonly item: string
    readonly text: string
    readonly lacking?: string
    readonly run?: string
    readonly node?: string
    readonly figure?: string
    readonly pack?: string
  }
}

const OWN = 'own/'

/** Names the part of a run that speaks of one's own unit, in place of the whole. */
export const ownRun = (run: string): string => `${OWN}${run}`

/** Where a run is read, or one's own part of it. */
export const runAddress = (run: string): string =>
  run.startsWith(OWN)
    ? `/evaluation/own/${encodeURIComponent(run.slice(OWN.length))}`
    : `/evaluation/runs/${encodeURIComponent(run)}`

export const runsQuery = () =>
  queryOptions({
    queryKey: ['runs'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<RunEntry[]>('/evaluation/runs', signal),
  })

export const assessmentQuery = (run: string) =>
  queryOptions({ queryKey: ['run', run], queryFn: ({ signal }) => getJson<Assessment>(runAddress(run), signal) })

export const figuresQuery = (run: string, filter: FigureFilter) =>
  queryOptions({
    queryKey: ['figures', run, filter],
    queryFn: async ({ signal }) => {
      const answer = await getJson<{ figures: Figure[] }>(
        `${runAddress(run)}/figures${queryString({ ...filter })}`,
        signal,
      )
      return answer.figures
    },
  })

export const figureTraceQuery = (run: string, figure: string) =>
  queryOptions({
    queryKey: ['figure', run, figure],
    queryFn: ({ signal }) => getJson<FigureTrace>(`${runAddress(run)}/figures/${encodeURIComponent(figure)}`, signal),
  })

export const figureChainQuery = (run: string, figure: string) =>
  queryOptions({
    queryKey: ['figure chain', run, figure],
    queryFn: ({ signal }) =>
      getJson<FigureChain>(`${runAddress(run)}/figures/${encodeURIComponent(figure)}/chain`, signal),
  })

export const excerptQuery = (run: string, at: { file: string; sheet: string; cell: string }) =>
  queryOptions({
    queryKey: ['excerpt', run, at.file, at.sheet, at.cell],
    queryFn: ({ signal }) => getJson<Excerpt>(`${runAddress(run)}/excerpt${queryString({ ...at })}`, signal),
  })
