import { Rational, rational } from '../formula/index.ts'
import type { KeptBack } from '../packs/index.ts'
import type { FigureSource } from './figure-source.ts'
import type { CellOutput } from './sheet-model.ts'
import { type CountSum, type Suppressed, suppressSmall } from './suppress-small.ts'

/** What stands in a cell in place of its figure; undefined where the figure may stand. `subject`: of the row. */
export type KeepingBack = (subject: string, formula: string) => CellOutput | undefined

interface Rows {
  readonly grain: string
  readonly subjects: readonly string[]
}

/**
 * Which cells of the repeated rows of a table are not told: counts from 1 to below the line, whatever would let them be
 * worked out by the sums that the pack states, and the rates that follow from a count that is not told.
 */
export function keepBack(
  source: Pick<FigureSource, 'evaluateAt'>,
  kept: KeptBack,
  { grain, subjects }: Rows,
): KeepingBack {
  const { below: line, counts: formulas, sums = [], rates = [] } = kept
  const countAt = (subject: string, formula: string): number | undefined =>
    wholeOf(source.evaluateAt(grain, subject, formula).value.content)
  const below = subjects.map((subject) => countAt(subject, line)).find((one) => one !== undefined)
  if (below === undefined) return () => undefined
  const counts = new Map<string, number>()
  for (const subject of subjects)
    for (const formula of formulas) {
      const count = countAt(subject, formula)
      if (count !== undefined) counts.set(keyOf(subject, formula), count)
    }
  const shown = suppressSmall({ counts, sums: subjects.flatMap((one) => sumsOf(one, sums, counts)), below })
  return (subject, formula) => {
    const own = shown.get(keyOf(subject, formula))
    if (own !== undefined) return outputOf(own, below)
    const from = rates.find(({ value }) => value === formula)?.counts ?? []
    const isKept = from.some((one) => (shown.get(keyOf(subject, one))?.shown ?? 'count') !== 'count')
    return isKept ? HIDDEN : undefined
  }
}

const HIDDEN: CellOutput = { kind: 'text', text: '隐去' }

const keyOf = (subject: string, formula: string): string => `${subject} ${formula}`

function outputOf(shown: Suppressed, below: number): CellOutput | undefined {
  switch (shown.shown) {
    case 'count':
      return undefined
    case 'few':
      return { kind: 'text', text: `少于${below}` }
    case 'hidden':
      return HIDDEN
  }
}

function wholeOf(content: unknown): number | undefined {
  return content instanceof Rational && rational.isInteger(content) ? Number(rational.pairOf(content).n) : undefined
}

/** Lists of cells that come to the same in a row: each list is a sum of one total, which stands nowhere. */
function sumsOf(subject: string, sums: readonly (readonly string[])[], counts: Map<string, number>): CountSum[] {
  const lists = sums.map((list) => list.map((formula) => keyOf(subject, formula)))
  if (lists.length === 0 || !lists.flat().every((key) => counts.has(key))) return []
  const totals = lists.map((list) => list.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0))
  const [first = 0] = totals
  if (totals.some((total) => total !== first)) return []
  const total = keyOf(subject, '合计')
  counts.set(total, first)
  return lists.map((parts) => ({ total, parts }))
}
