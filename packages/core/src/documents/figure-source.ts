import type { EvaluatedCounty } from '../evaluation/index.ts'
import type { Display, Pack } from '../packs/index.ts'
import type { SubjectRef } from './word.ts'

/** A figure that is not told: few are known to be from 1 to below the line, of what is hidden nothing is. */
export interface KeptFigure {
  readonly shown: 'few' | 'hidden'
  readonly below: number
}

/** What documents need of a finished evaluation. Nothing here changes it. */
export interface FigureSource
  extends Pick<
    EvaluatedCounty,
    'pack' | 'year' | 'evaluatedOn' | 'county' | 'assessment' | 'listSubjects' | 'evaluateAt' | 'truthAt'
  > {
  /** Which figures the reader of this document is not told; absent where all are. */
  readonly keptBack?: (place: SubjectRef, formula: string) => KeptFigure | undefined
}

/** How the node prints that a formula consists of, as `X`, `X[…]` or `县学段.X[…]`; undefined for compound formulas. */
export function displayOf(pack: Pack, formula: string): Display | undefined {
  const name = formula
    .replace(/\[[^\]]*\]$/u, '')
    .split('.')
    .at(-1)
    ?.trim()
  const node = [...(pack.elements ?? []), ...pack.indicators].find(({ id, title }) => id === name || title === name)
  return node?.display
}
