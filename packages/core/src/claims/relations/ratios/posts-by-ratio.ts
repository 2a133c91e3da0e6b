import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { input, type Question, type Relation } from '../relation.ts'

const DUE = /应(?:配备?|有|设|核定)(?:专职|专任|兼职)?$/
const HALF = rational.HALF

/** 学生43270名…按生师比1000:1应配43名: the pupils told before for each teacher, to the nearest or the next whole one. */
export function postsByRatio({ claims }: Passage): readonly Question[] {
  return claims.flatMap((due, at) => {
    const ratio = claims[at - 1]
    if (ratio?.token.unit.dimension !== 'ratio' || !/师生比|生师比|比例/.test(ratio.near) || !DUE.test(due.near))
      return []
    if (ratio.segment !== due.segment || due.token.unit.dimension !== 'person') return []
    const pupils = claims.slice(0, at - 1).filter((one) => one.kind === 'pupil' && one.role === 'level')
    return pupils.length === 0 ? [] : [{ readings: pupils.slice(-4).map((one) => dueOf(due, one, ratio)) }]
  })
}

const dueOf = (due: Claim, pupils: Claim, ratio: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: due,
  inputs: [pupils, ratio],
  compute: (inputs) => {
    const { low, high } = bounds.divBounds(input(inputs, 0), input(inputs, 1))
    return { low: low && rational.sub(low, HALF), high: high && rational.add(high, HALF) }
  },
  words: ([a, b]) => `${a} ÷ ${b}`,
})
