import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { input, type Question, type Relation } from '../relation.ts'

const DAILY = /每[生人名](?:每天|每日|每学?年|每月|每餐)/
const OFTEN = /^(?:天|日|个月|月|餐)/
const NEEDS = /(?:共需|需|全年[^,;。]{0,4}需|合计|共计|需要)[^,;。]{0,10}$/
/** How many numbers may stand between the rate and what it comes to. */
const FAR = 10

/**
 * 每生每天5元，全年按200天计算。…受益学生9263人…。据此测算，全年需资金926.30万元: the rate, as often as it is said, for those
 * who get it.
 */
export function rateByDays({ claims, text }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const often = claims[at + 1]
    if (!DAILY.test(rate.near) || rate.token.unit.dimension !== 'money' || often === undefined) return []
    if (often.sentence !== rate.sentence || !OFTEN.test(often.token.unitText + often.after)) return []
    const total = claims.slice(at + 2, at + FAR).find((one) => one.token.unit.dimension === 'money')
    if (total === undefined || !NEEDS.test(total.near) || total.sentence - rate.sentence > 3) return []
    if (total.sentence !== rate.sentence && !/据此|按此|以此|照此/.test(text.slice(often.token.end, total.token.start)))
      return []
    const heads = claims
      .slice(Math.max(0, at - 2), claims.indexOf(total))
      .filter((one) => one.kind === 'pupil' && one.role === 'level' && one.token.unit.dimension === 'person')
      .filter((one) => one.sentence >= rate.sentence)
    return heads.length === 0 ? [] : [{ readings: heads.map((one) => needOf(total, rate, often, one)) }]
  })
}

const needOf = (total: Claim, rate: Claim, often: Claim, heads: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: total,
  inputs: [rate, often, heads],
  compute: (inputs) => bounds.mulBounds(bounds.mulBounds(input(inputs, 0), input(inputs, 1)), input(inputs, 2)),
  words: (shown) => shown.join(' × '),
})
