import { type Rational, rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { WHOLE } from '../extract/scope-words.ts'
import { overlaps } from '../judge/judge-relation.ts'
import { unitOf } from '../numbers/units.ts'
import { findSubject, spokenOf, subjectNames } from './find-subject.ts'
import type { KnownQuantity, Reference } from './known-quantity.ts'

/** A claim beside the figure of the system that bears its name. */
export interface MatchedFigure {
  readonly claim: Claim
  readonly known: KnownQuantity
  /** In the base unit of the claim. */
  readonly value: Rational
  readonly equal: boolean
  /** The report calls it just as the pack does. */
  readonly exact: boolean
}

/** Claims whose words name a figure of the run, of the same unit, year, stage and school. */
export function matchTitles(passages: readonly Passage[], reference: Reference): readonly MatchedFigure[] {
  const names = subjectNames(reference)
  const subject = findSubject(passages, reference)
  const titled = reference.quantities.map((known) => ({ known, name: nameOf(known.title) }))
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      if (claim.role !== 'level' && claim.role !== 'each' && claim.role !== 'share') return []
      const words = claim.quantity.replace(OWNER, '')
      const sentence = passage.sentences[claim.sentence]
      const around = passage.text.slice(sentence?.start ?? 0, claim.token.start)
      const owner = spokenOf(around, names, subject)
      const matches = titled.flatMap(({ known, name }) => {
        if (!isNamed(words, claim.quantity, name) || !isOfSubject(known, owner, around)) return []
        const value = inBase(claim, known)
        return value !== undefined && yearOf(claim, reference.year) === known.year ? [{ known, value, name }] : []
      })
      return best(claim, matches, words)
    }),
  )
}

/** Words for whose the quantity is, up to its own name. */
const OWNER = new RegExp(`^.*(?:小学|初中|${WHOLE}|学校)`)

const nameOf = (title: string): string => title.replace(/[（(].*?[）)]/g, '').replace(/(?:总数|数|情况|比例)$/, '')

const isNamed = (words: string, quantity: string, name: string): boolean =>
  name.length >= 3 && (quantity.includes(name) || (words.length >= 4 && name.includes(words)))

function isOfSubject(known: KnownQuantity, owner: string | undefined, around: string): boolean {
  if (known.subject === undefined) return owner === undefined
  if (!known.isStage) return known.subject === owner
  const stages = [...around.matchAll(/小学|初中/g)].map((found) => found[0])
  return owner === undefined && stages.at(-1) === known.subject && new Set(stages).size === 1
}

function yearOf({ period }: Claim, year: number): number {
  if (period === 'previous') return year - 1
  const [last] = /\d{4}$/.exec(period ?? '') ?? []
  return last === undefined ? year : Number(last)
}

/** The figure in the claim's base unit; undefined when it counts something else. */
function inBase({ token }: Claim, { unit, value }: KnownQuantity): Rational | undefined {
  const [, size = '', word = ''] = /^(万|亿)?(.*?)(?:\/.*)?$/.exec(unit) ?? []
  const own = unitOf(word)
  if (own === undefined || own.dimension !== token.unit.dimension) return undefined
  const scale = size === '万' ? 10_000 : size === '亿' ? 100_000_000 : 1
  return rational.mul(value, rational.mul(own.factor, rational.fromInteger(scale)))
}

interface Match {
  readonly known: KnownQuantity
  readonly value: Rational
  readonly name: string
}

const isExact = (title: string, names: readonly string[]): boolean =>
  names.some((name) => nameOf(name) === nameOf(title))

/** Where several figures bear the name and none agrees, nothing is said. */
function best(claim: Claim, matches: readonly Match[], words: string): MatchedFigure[] {
  const agreeing = matches.find(({ value }) => overlaps({ low: value, high: value }, claim.range))
  if (agreeing !== undefined) return [{ claim, known: agreeing.known, value: agreeing.value, equal: true, exact: true }]
  const longest = Math.max(0, ...matches.map(({ name }) => name.length))
  const named = matches.filter(({ name }) => name.length === longest)
  const [first] = named
  if (first === undefined || named.some(({ value }) => !rational.equals(value, first.value))) return []
  return [
    {
      claim,
      known: first.known,
      value: first.value,
      equal: false,
      exact: isExact(first.known.title, [words, claim.quantity]),
    },
  ]
}
