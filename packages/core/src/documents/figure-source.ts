import type { EvaluatedCounty } from '../evaluation/index.ts'
import type { Display, Pack } from '../packs/index.ts'

/** What documents need of a finished evaluation. Nothing here changes it. */
export type FigureSource = Pick<
  EvaluatedCounty,
  'pack' | 'year' | 'evaluatedOn' | 'county' | 'assessment' | 'listSubjects' | 'evaluateAt' | 'truthAt'
>

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
