import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import type { Question, Relation } from '../relation.ts'

/** Rates of those of a number who are, have or did something; never more than all. Not 毛入园率, 完成率, 执行率, 增长率. */
const OF_ALL =
  /(?:参保|参训|参与|体检|见面|办结|整改|合格|及格|优秀|优良|达标|普及|巩固|到岗|到课|持证|满意|覆盖|就业|升学|毕业|报到|建档|入住|签约|安置|知晓|回收|(?<!毛)入学|(?<!毛)入园)率(?:均?为|均?达到?|是)*$/

/** 参保率130%: more than everybody. */
export function rateBounds({ claims }: Passage): readonly Question[] {
  return claims
    .filter(({ role, near, token }) => role === 'share' && token.qualifier === undefined && OF_ALL.test(near))
    .map((rate) => ({ readings: [notAbove(rate)] }))
}

const notAbove = (rate: Claim): Relation => ({
  kind: 'order',
  tie: 'stated',
  target: rate,
  inputs: [],
  compute: () => ({ low: rational.ZERO, high: rational.HUNDRED }),
  words: () => '≤ 100%',
  remark: '这样的率不会超过100%',
})
