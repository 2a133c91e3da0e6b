import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { middleOf } from '../made/exact-product.ts'
import { input, percentOf, type Question, type Relation } from '../relation.ts'

/** 经费保障24.6分（分值26分，得分率94.6%）: scores are given, and not rounded. */
export function scoreRates({ claims }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const [score, worth] = [claims[at - 2], claims[at - 1]]
    if (score === undefined || worth === undefined || rate.role !== 'share' || !/得分率$/.test(rate.near)) return []
    const isScore = [score, worth].every(
      ({ token, segment, role }) => token.unit.word === '分' && segment === rate.segment && role === 'level',
    )
    if (!isScore || !/\((?:分值|满分|权重)$/.test(worth.near) || rational.isZero(worth.value)) return []
    return [{ readings: [rateOf(rate, score, worth)] }]
  })
}

const rateOf = (rate: Claim, score: Claim, worth: Claim): Relation => ({
  kind: 'share',
  tie: 'stated',
  target: rate,
  inputs: [score, worth],
  compute: (inputs) => percentOf(middleOf(input(inputs, 0)), middleOf(input(inputs, 1))),
  words: ([given, full]) => `${given} ÷ ${full}`,
})
