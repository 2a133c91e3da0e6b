import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

const AGAIN = /^[,(]?(?:即|合|折合|折|约合?|约为|也就是|相当于)+$/

/** 三项合计86400万元，即8.64亿元: the same number once more, in another unit. */
export function inOtherUnits({ claims }: Passage): readonly Question[] {
  return claims.flatMap((claim, at) => {
    const before = claims[at - 1]
    if (before === undefined || !AGAIN.test(claim.before) || before.token.unitText === claim.token.unitText) return []
    if (!isSameUnit(before.token.unit, claim.token.unit) || claim.token.unit.dimension === 'plain') return []
    return [{ readings: [{ ...sameAs(claim, before), tie: 'stated' as const }] }]
  })
}
