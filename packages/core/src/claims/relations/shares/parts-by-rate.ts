import { bounds } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { middleOf } from '../made/exact-product.ts'
import { HUNDREDTH } from '../made/growth-rate.ts'
import { input, type Question, type Relation } from '../relation.ts'

const BY = /(?:按照?|不低于|以)[^,;。]{0,4}$/
const OF_RATE = /^的?(?:比例|标准|比率)?[^,;。]{0,10}(?:计提|提取|安排|计列|预留|征收|拨付|配套|奖励)/
/** How many numbers before the rate its whole may stand. */
const FAR = 3

/** 净收益34600万元，按照10%的比例计提教育资金3460万元: so much per cent of the amount before is the amount after. */
export function partsByRate({ claims }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const part = claims[at + 1]
    if (part === undefined || rate.token.unit.dimension !== 'percent' || !BY.test(rate.near)) return []
    if (!OF_RATE.test(rate.after) || part.segment !== rate.segment || !isAmount(part)) return []
    const whole = claims
      .slice(Math.max(0, at - FAR), at)
      .findLast((one) => isAmount(one) && isSameUnit(one.token.unit, part.token.unit) && one.segment === rate.segment)
    return whole === undefined ? [] : [{ readings: [partOf(part, rate, whole)] }]
  })
}

const isAmount = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension === 'money'

/** A rate that was laid down is exact, whatever its decimals. */
export const partOf = (part: Claim, rate: Claim, whole: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: part,
  inputs: [rate, whole],
  compute: (inputs) => bounds.mulBounds(bounds.mulBounds(middleOf(input(inputs, 0)), HUNDREDTH), input(inputs, 1)),
  words: ([rate, whole]) => `${whole} × ${rate}`,
})
