import type { Claim } from '../extract/claim.ts'
import { type StatedValue, statedValue } from '../numbers/value-range.ts'
import type { Relation } from '../relations/relation.ts'
import { judgeRelation } from './judge-relation.ts'

/** One digit of a claim written otherwise. */
export interface Correction {
  readonly claim: Claim
  readonly literal: string
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
      if (stated !== undefined) found.push({ claim, literal: changed, stated })
    }
  }
  variants.set(claim, found)
  return found
}

/** The one-digit changes after which a relation holds. */
export function correctionsOf(relation: Relation): readonly Correction[] {
  return [relation.target, ...relation.inputs].flatMap((claim) =>
    oneDigitOff(claim).filter((correction) => holdsWith(relation, correction)),
  )
}

/** Whether a relation holds when one claim is corrected. */
export function holdsWith(relation: Relation, { claim, stated }: Correction): boolean {
  return judgeRelation(relation, (one) => (one === claim ? stated : one)).outcome === 'holds'
}
