import { COUNTY } from '../evaluation/index.ts'
import { Rational, rational } from '../formula/index.ts'
import type { KeptBack, KeptRate, Outline, Pack } from '../packs/index.ts'
import type { FigureSource, KeptFigure } from './figure-source.ts'
import { type CountSum, type Suppressed, suppressSmall } from './suppress-small.ts'
import type { SubjectRef } from './word.ts'

/** Which figures are not told; undefined for one that may be. */
export type KeepingBack = (place: SubjectRef, formula: string) => KeptFigure | undefined

/** An evaluation as the readers of a report may know it: the same, and which of its figures they are not told. */
export function keepingBack(source: FigureSource, { small = [] }: Pick<Outline, 'small'>): FigureSource {
  if (small.length === 0) return source
  const { pack, year, evaluatedOn, county } = source
  const rules = small.flatMap((kept) => [kept, ofLastYear(kept)])
  const lines = [...new Set(small.map(({ below }) => below))]
  // What stands in one report is kept back together: a count of one table may follow from another.
  const keeps = lines.map((line) =>
    keepBack(
      source,
      rules.filter(({ below }) => below === line),
    ),
  )
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
    keptBack: (place: SubjectRef, formula) => {
      const name = titles.get(formula) ?? formula
      return keeps.map((keptBack) => keptBack(place, name)).find((kept) => kept !== undefined)
    },
  }
}

/** A figure is named by its title or by its id. */
const titlesOf = ({ elements = [], indicators }: Pack): ReadonlyMap<string, string> =>
  new Map([...elements, ...indicators].map(({ id, title }) => [id, title]))

const lastYear = (formula: string): string => `上年(${formula})`

const rateOfLastYear = ({ value, counts, from }: KeptRate): KeptRate => ({
  value: lastYear(value),
  counts: counts.map(lastYear),
  ...(from !== undefined && { from }),
})

/** The same rule for the figures of the year before, of which a change tells. */
const ofLastYear = ({ over, below, counts, sums, totals, rates, bounds }: KeptBack): KeptBack => ({
  ...(over !== undefined && { over }),
  below,
  counts: counts.map(lastYear),
  ...(sums !== undefined && { sums: sums.map((list) => list.map(lastYear)) }),
  ...(totals !== undefined && {
    totals: totals.map(({ total, parts }) => ({ total: lastYear(total), parts: lastYear(parts) })),
  }),
  ...(rates !== undefined && { rates: rates.map(rateOfLastYear) }),
  ...(bounds !== undefined && { bounds: bounds.map(rateOfLastYear) }),
})

/** A rule at each place where it holds. */
interface PlacedRule {
  readonly rule: KeptBack
  readonly places: readonly SubjectRef[]
}

/**
 * Which figures are not told: counts from 1 to below the line, whatever would let them be worked out by the sums that the
 * pack states, and the rates that follow from a count that is not told. A bound, reckoned with the most or the least that
 * a small count can be, is told beside small counts, but not where another count that it follows from is hidden.
 */
export function keepBack(
  source: Pick<FigureSource, 'evaluateAt' | 'listSubjects'>,
  rules: readonly KeptBack[],
): KeepingBack {
  const placed = rules.map((rule) => ({ rule, places: placesOf(source, rule) }))
  const below = lineOf(source, placed)
  if (below === undefined) return () => undefined
  const counts = new Map<string, number>()
  for (const { rule, places } of placed)
    for (const place of places)
      for (const formula of rule.counts) {
        const count = countAt(source, place, formula)
        if (count !== undefined) counts.set(keyOf(place, formula), count)
      }
  const shown = suppressSmall({
    counts,
    sums: placed.flatMap((one) => [...sumsOf(one, counts), ...totalsOf(one, counts)]),
    below,
    spared: new Set(placed.flatMap(ingredientsOf)),
  })
  return (place, formula) => {
    const own = shown.get(keyOf(place, formula))
    if (own !== undefined) return own.shown === 'count' ? undefined : { shown: own.shown, below }
    return givesAway({ rules, shown }, place, formula) ? { shown: 'hidden', below } : undefined
  }
}

function placesOf(source: Pick<FigureSource, 'listSubjects'>, { over = COUNTY }: KeptBack): readonly SubjectRef[] {
  if (over === COUNTY) return [{ grain: COUNTY, subject: COUNTY }]
  return source.listSubjects(over, {}).subjects.map(({ id }) => ({ grain: over, subject: id }))
}

function lineOf(source: Pick<FigureSource, 'evaluateAt'>, placed: readonly PlacedRule[]): number | undefined {
  for (const { rule, places } of placed)
    for (const place of places) {
      const line = countAt(source, place, rule.below)
      if (line !== undefined) return line
    }
  return undefined
}

/** Counts that rates and bounds follow from: hidden only where nothing else helps. */
const ingredientsOf = ({ rule, places }: PlacedRule): readonly string[] =>
  [...(rule.rates ?? []), ...(rule.bounds ?? [])].flatMap(({ counts, from }) =>
    (from === undefined ? places : [from]).flatMap((place) => counts.map((formula) => keyOf(place, formula))),
  )

interface Shown {
  readonly rules: readonly KeptBack[]
  readonly shown: ReadonlyMap<string, Suppressed>
}

function givesAway({ rules, shown }: Shown, place: SubjectRef, formula: string): boolean {
  const hasOf = (rates: readonly KeptRate[] | undefined, isKept: (how: Suppressed['shown']) => boolean): boolean =>
    (rates ?? [])
      .filter(({ value }) => value === formula)
      .some(({ counts, from = place }) => counts.some((one) => isKept(shown.get(keyOf(from, one))?.shown ?? 'count')))
  return rules
    .filter(({ over = COUNTY }) => over === place.grain)
    .some(({ rates, bounds }) => hasOf(rates, (how) => how !== 'count') || hasOf(bounds, (how) => how === 'hidden'))
}

const keyOf = ({ grain, subject }: SubjectRef, formula: string): string => `${grain} ${subject} ${formula}`

function countAt(
  source: Pick<FigureSource, 'evaluateAt'>,
  { grain, subject }: SubjectRef,
  formula: string,
): number | undefined {
  const { content } = source.evaluateAt(grain, subject, formula).value
  return content instanceof Rational && rational.isInteger(content) ? Number(rational.pairOf(content).n) : undefined
}

/** Lists of cells that come to the same in a row: each list is a sum of one total, which stands nowhere. */
function sumsOf({ rule: { sums = [] }, places }: PlacedRule, counts: Map<string, number>): readonly CountSum[] {
  return places.flatMap((place) => {
    const lists = sums.map((list) => list.map((formula) => keyOf(place, formula)))
    if (lists.length === 0 || !lists.flat().every((key) => counts.has(key))) return []
    const totals = lists.map((list) => list.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0))
    const [first = 0] = totals
    if (totals.some((total) => total !== first)) return []
    const total = keyOf(place, `合计 ${lists.flat().join(' ')}`)
    counts.set(total, first)
    return lists.map((parts) => ({ total, parts }))
  })
}

/** A count of the county that is the sum of one of all subjects, where both have numbers and these agree. */
function totalsOf(
  { rule: { totals = [] }, places }: PlacedRule,
  counts: ReadonlyMap<string, number>,
): readonly CountSum[] {
  return totals.flatMap(({ total: formula, parts: part }) => {
    const total = keyOf({ grain: COUNTY, subject: COUNTY }, formula)
    const parts = places.map((place) => keyOf(place, part)).filter((key) => counts.has(key))
    const sum = parts.reduce((all, key) => all + (counts.get(key) ?? 0), 0)
    return parts.length > 0 && counts.get(total) === sum ? [{ total, parts }] : []
  })
}
