import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { input, type Question, type Relation } from '../relation.ts'

const COMPETE = /^人?(?:竞争|争夺|争|抢|竞聘|报考)(?:一|1)个?(?:岗位|名额|学位|职位|计划)/
const WHO = /报名|报考|应聘|竞聘|参考|申请/
const PLACES = /计划|岗位|名额|学位|职位|招聘|招录|招考/
/** How many numbers before may tell how many places there were. */
const FAR = 12

/** 计划130名…。报名2618人，平均20.1人竞争一个岗位: those who came for each of the places told before. */
export function forEachPost({ claims }: Passage): readonly Question[] {
  return claims.flatMap((mean, at) => {
    if (!/平均/.test(mean.near) || !COMPETE.test(mean.after)) return []
    const before = claims.slice(Math.max(0, at - FAR), at).filter(({ token }) => token.unit.counted)
    const who = before.findLast((one) => WHO.test(one.near) && one.sentence === mean.sentence)
    const places = before.filter((one) => PLACES.test(`${one.near}${one.after.slice(0, 4)}`) && one !== who)
    if (who === undefined || places.length === 0) return []
    return [{ readings: places.map((one) => eachOf(mean, who, one)) }]
  })
}

const eachOf = (mean: Claim, who: Claim, places: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: mean,
  inputs: [who, places],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([a, b]) => `${a} ÷ ${b}`,
})
