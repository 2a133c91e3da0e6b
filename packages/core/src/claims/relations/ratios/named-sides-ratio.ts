import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { input, type Question, type Relation } from '../relation.ts'

const SIDES = /([\u4e00-\u9fff]{2,6})[与和]([\u4e00-\u9fff]{2,8})之比(?:为|是|达)?$/

/** 单位部分9588万元，个人部分4794万元，单位与个人缴费之比为2:1: the numbers whose names begin as the two sides do. */
export function namedSidesRatio({ claims }: Passage): readonly Question[] {
  return claims.flatMap((ratio, at) => {
    const sides = ratio.token.unit.dimension === 'ratio' ? SIDES.exec(ratio.near) : null
    const [first, second] = [sides?.[1]?.slice(-2), sides?.[2]?.slice(0, 2)]
    if (first === undefined || second === undefined) return []
    const before = claims.slice(Math.max(0, at - 6), at).filter((one) => one.role === 'level')
    const over = before.findLast(({ near }) => near.includes(first))
    const under = before.findLast(({ near }) => near.includes(second))
    if (over === undefined || under === undefined || over === under || !isLike(over, under)) return []
    return [{ readings: [ratioOf(ratio, over, under)] }]
  })
}

const ratioOf = (ratio: Claim, over: Claim, under: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: ratio,
  inputs: [over, under],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([a, b]) => `${a} ÷ ${b}`,
})
