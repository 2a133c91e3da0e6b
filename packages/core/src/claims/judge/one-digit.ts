import { type Rational, rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import { type StatedValue, statedValue } from '../numbers/value-range.ts'
import type { Relation } from '../relations/relation.ts'
import { judgeRelation, type Outcome } from './judge-relation.ts'

/** One digit of a claim, or its unit, written otherwise. */
export interface Correction {
  readonly claim: Claim
  readonly literal: string
  /** The unit as printed. */
  readonly unitText: string
  readonly stated: StatedValue
}

const variants = new WeakMap<Claim, readonly Correction[]>()

/** All numbers that differ from a claim's in one digit. */
export function oneDigitOff(claim: Claim): readonly Correction[] {
  const known = variants.get(claim)
  if (known !== undefined) return known
  const { literal, inWords } = claim.token
  const digits = inWords ? '一二三四五六七八九' : '0123456789'
  const found: Correction[] = []
  for (let at = 0; at < literal.length; at += 1) {
    if (!digits.includes(literal[at] ?? '')) continue
    for (const digit of digits) {
      if (digit === literal[at] || (at === 0 && digit === '0' && literal.length > 1 && literal[1] !== '.')) continue
      const changed = literal.slice(0, at) + digit + literal.slice(at + 1)
      const stated = statedValue(claim.token, changed)
      if (stated !== undefined) found.push({ claim, literal: changed, unitText: claim.token.unitText, stated })
    }
  }
  variants.set(claim, found)
  return found
}

/** 元 for 万元 and the like. */
function unitOff(claim: Claim): readonly Correction[] {
  const { token } = claim
  if (token.unit.dimension !== 'money' || token.per !== undefined) return []
  return UNITS.filter(([text]) => text !== token.unitText).flatMap(([unitText, scale]) => {
    const stated = statedValue({ ...token, scale, unitText })
    return stated === undefined ? [] : [{ claim, literal: token.literal, unitText, stated }]
  })
}

const UNITS: readonly (readonly [string, Rational])[] = [
  ['元', rational.ONE],
  ['万元', rational.fromInteger(10_000)],
  ['亿元', rational.fromInteger(100_000_000)],
]

/** The one-digit changes after which a relation holds. */
export function correctionsOf(relation: Relation): readonly Correction[] {
  const former = mends.get(relation) ?? findCorrections(relation)
  mends.set(relation, former)
  return former
}

const mends = new WeakMap<Relation, readonly Correction[]>()

function findCorrections(relation: Relation): readonly Correction[] {
  const all = [relation.target, ...relation.inputs].flatMap((claim) => [...oneDigitOff(claim), ...unitOff(claim)])
  const exact = all.filter((correction) => outcomeWith(relation, correction) === 'holds')
  // Sums of rounded numbers may have missed their total by a little before a digit went wrong.
  return exact.length > 0 ? exact : all.filter((correction) => holdsWith(relation, correction))
}

/** Whether a relation holds, as far as rounding allows, when one claim is corrected. */
export const holdsWith = (relation: Relation, correction: Correction): boolean =>
  ['holds', 'close'].includes(outcomeWith(relation, correction))

function outcomeWith(relation: Relation, { claim, stated }: Correction): Outcome {
  const { outcome, range } = judgeRelation(relation, (one) => (one === claim ? stated : one))
  // What is divided by nought may be anything, and mends nothing.
  return range.low === undefined && range.high === undefined ? 'fails' : outcome
}
