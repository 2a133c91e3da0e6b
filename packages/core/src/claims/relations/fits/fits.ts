import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { oneDigitOff } from '../../judge/one-digit.ts'
import { significantDigits } from '../../numbers/value-range.ts'
import type { Question, Relation } from '../relation.ts'
import { listFits } from './fit-lists.ts'
import { type Fit, fitsOf, type Rough } from './fit-pairs.ts'
import { namedLike } from './named-like.ts'

/** How many numbers around one, nearest first, are tried two by two. */
const REACH = 24
/** How many of the nearest come before those that bear the same name. */
const NEAREST = 3
/** Paragraphs before and after it that they may stand in. */
const BEFORE = 3
const AFTER = 1
/** How probably one of all that are tried would be a digit off by accident, up to which it is worth a look. */
const WORTH = 0.12
/** The same of what is hardly ever told without what it is of. */
const WORTH_DERIVED = 0.25
/** Fewer digits say nothing. */
const LEAST_DIGITS = 3

/**
 * A number that nothing in the report confirms, held against all pairs of numbers around it, nearest first, without regard
 * to the words: only the number itself may be a digit off, so that many pairs may be tried before one fits by accident.
 */
export function fitQuestions(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  const rough = new Map<Claim, Rough>()
  for (const { claims } of passages) for (const claim of claims) if (isPlain(claim)) rough.set(claim, roughly(claim))
  const named = namedLike(passages.flatMap(({ claims }) => claims.filter((one) => rough.has(one))))
  return passages.flatMap(({ claims }, at) => {
    const orphans = claims.filter(
      (one) => rough.has(one) && !proved.has(one) && digitsOf(one) >= (DERIVED.has(one.role) ? 2 : LEAST_DIGITS),
    )
    if (orphans.length === 0) return []
    const around = passages.slice(Math.max(0, at - BEFORE), at + AFTER + 1).flatMap((one) => one.claims)
    return orphans.flatMap((orphan) => {
      const known = named.of(orphan).flatMap((one) => rough.get(one) ?? [])
      const near = nearest(orphan, around, rough).filter((one) => !known.includes(one))
      const readings = fitting(orphan, [...near.slice(0, NEAREST), ...known, ...near.slice(NEAREST)])
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

/** What is hardly ever told without what it is of. */
const DERIVED: ReadonlySet<Claim['role']> = new Set(['share', 'rate', 'points', 'each'])

const isPlain = ({ token }: Claim): boolean => isExact(token) && !token.inWords && token.times === undefined

const digitsOf = ({ token }: Claim): number => significantDigits(token.literal)

const nearest = (orphan: Claim, around: readonly Claim[], rough: ReadonlyMap<Claim, Rough>): readonly Rough[] =>
  around
    .filter((one) => one !== orphan)
    .toSorted((a, b) => Math.abs(a.id - orphan.id) - Math.abs(b.id - orphan.id))
    .flatMap((one) => rough.get(one) ?? [])
    .slice(0, REACH)

/** What the number is a digit off from; nothing where it fits anywhere, or where too much had to be tried. */
function fitting(claim: Claim, around: readonly Rough[]): readonly Relation[] {
  const own = roughly(claim)
  if (around.some((one) => isAgain(own, one))) return []
  const variants = oneDigitOff(claim).map(({ stated }) => rational.toFloat(stated.value))
  const span = spanOf(claim)
  const most = DERIVED.has(claim.role) ? WORTH_DERIVED : WORTH
  let tried = 0
  const found: Relation[] = []
  for (const fit of allFits(own, around)) {
    const room = (own.width + fit.slack) / 2
    if (!Number.isFinite(fit.value) || fit.value <= 0 || !(fit.slack <= VAGUE * Math.max(own.width, span.grain)))
      continue
    if (Math.abs(fit.value - own.value) <= room + fit.value * TINY) return []
    // No digit of it makes a number of another length.
    if (fit.value + room < span.size / 9 || fit.value - room > span.size / MOST_OF) continue
    tried += Math.min(1, (variants.length * Math.max(2 * room, span.grain)) / span.size)
    if (tried > most) return found
    if (variants.some((one) => Math.abs(fit.value - one) <= room + one * TINY)) found.push(fit.relation())
    if (found.length > MOST_FOUND) return []
  }
  return found
}

/** The same number of the same unit, told twice. */
const isAgain = (own: Rough, { claim, value }: Rough): boolean =>
  value === own.value && claim.token.literal === own.claim.token.literal && digitsOf(claim) >= LEAST_DIGITS

const TINY = 1e-9
/** What others fix so much more loosely than it is printed says nothing of it. */
const VAGUE = 4
const MOST_FOUND = 2

/** What it may be of others, those that stand nearest first. */
function* allFits(own: Rough, around: readonly Rough[]): Generator<Fit> {
  yield* listFits(own.claim, around)
  for (const [first, second] of ORDER) {
    const [a, b] = [around[first], around[second]]
    if (a !== undefined && b !== undefined) yield* fitsOf(own, a, b)
  }
}

/** Pairs of places, one of which is near; how far off the other is counts less. */
const ORDER: readonly (readonly [number, number])[] = Array.from({ length: REACH }, (_, b) => b)
  .flatMap((b) => Array.from({ length: b }, (_, a): readonly [number, number] => [a, b]))
  .toSorted(([a, b], [c, d]) => 3 * a + b - 3 * c - d)

/** All values that a number of so many digits may have, and the step between them. */
function spanOf({ token }: Claim): { readonly size: number; readonly grain: number } {
  const zeros = token.literal.includes('.') ? 0 : (/0*$/.exec(token.literal)?.[0].length ?? 0)
  const decimals = token.literal.split('.')[1]?.length ?? 0
  const step = rational.toFloat(token.scale) / 10 ** decimals
  return { size: MOST_OF * 10 ** token.literal.replace('.', '').length * step, grain: step * 10 ** zeros }
}

const MOST_OF = 0.9

function roughly(claim: Claim): Rough {
  const { low, high } = claim.range
  const width =
    low === undefined || high === undefined ? Number.POSITIVE_INFINITY : rational.toFloat(high) - rational.toFloat(low)
  return { claim, value: rational.toFloat(claim.value), width }
}
