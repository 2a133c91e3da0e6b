import { COUNTY } from '../evaluation/index.ts'
import { Rational, rational } from '../formula/index.ts'
import type { KeptBack, Outline, Pack } from '../packs/index.ts'
import type { FigureSource, KeptFigure } from './figure-source.ts'
import { type CountSum, suppressSmall } from './suppress-small.ts'
import type { SubjectRef } from './word.ts'

/** Which figures of a subject are not told; undefined for one that may be. */
export type KeepingBack = (subject: string, formula: string) => KeptFigure | undefined

interface Rows {
  readonly grain: string
  readonly subjects: readonly string[]
}

/** An evaluation as the readers of a report may know it: the same, and which of its figures they are not told. */
export function keepingBack(source: FigureSource, { small = [] }: Pick<Outline, 'small'>): FigureSource {
  if (small.length === 0) return source
  const { pack, year, evaluatedOn, county } = source
  const groups = new Map<string, KeepingBack[]>()
  for (const kept of small) {
    const grain = kept.over ?? COUNTY
    const subjects = grain === COUNTY ? [COUNTY] : source.listSubjects(grain, {}).subjects.map(({ id }) => id)
    const keeps = [kept, { ...kept, ...ofLastYear(kept) }].map((one) => keepBack(source, one, { grain, subjects }))
    groups.set(grain, [...(groups.get(grain) ?? []), ...keeps])
  }
  const titles = titlesOf(pack)
  return {
    pack,
    year,
    evaluatedOn,
    county,
    assessment: () => source.assessment(),
    listSubjects: (grain, query) => source.listSubjects(grain, query),
    evaluateAt: (...asked) => source.evaluateAt(...asked),
    truthAt: (...asked) => source.truthAt(...asked),
    keptBack: ({ grain, subject }: SubjectRef, formula) => {
      const name = titles.get(formula) ?? formula
      return (groups.get(grain) ?? []).map((keeps) => keeps(subject, name)).find((kept) => kept !== undefined)
    },
  }
}

/** A figure is named by its title or by its id. */
const titlesOf = ({ elements = [], indicators }: Pack): ReadonlyMap<string, string> =>
  new Map([...elements, ...indicators].map(({ id, title }) => [id, title]))

const lastYear = (formula: string): string => `上年(${formula})`

/** The same rule for the figures of the year before, of which a change tells. */
const ofLastYear = ({ counts, sums, rates }: KeptBack): Pick<KeptBack, 'counts' | 'sums' | 'rates'> => ({
  counts: counts.map(lastYear),
  ...(sums !== undefined && { sums: sums.map((list) => list.map(lastYear)) }),
  ...(rates !== undefined && {
    rates: rates.map(({ value, counts: from }) => ({ value: lastYear(value), counts: from.map(lastYear) })),
  }),
})

/**
 * Which figures of the subjects of a grain are not told: counts from 1 to below the line, whatever would let them be
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
    if (own !== undefined) return own.shown === 'count' ? undefined : { shown: own.shown, below }
    const from = rates.find(({ value }) => value === formula)?.counts ?? []
    const isKept = from.some((one) => (shown.get(keyOf(subject, one))?.shown ?? 'count') !== 'count')
    return isKept ? { shown: 'hidden', below } : undefined
  }
}

const keyOf = (subject: string, formula: string): string => `${subject} ${formula}`

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
