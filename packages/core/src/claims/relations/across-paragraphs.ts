import { bounds } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isLike } from '../extract/likeness.ts'
import { input, type Question, type Relation } from './relation.ts'
import { shareOf } from './share-of.ts'

/** How many paragraphs back what a share or a ratio is of may stand. */
const FAR = 2

/** Shares of a whole, and pupils to a teacher, where the whole or the pupils were counted a sentence or paragraph before. */
export function acrossParagraphs(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const earlier = passages.slice(Math.max(0, order - FAR), order).flatMap(({ claims }) => claims)
    return passage.claims.flatMap((claim, at) => {
      const before = [...earlier, ...passage.claims.slice(0, at)]
      const relation = claim.token.unit.dimension === 'ratio' ? ratioOf(claim, before) : shareOfAll(claim, before)
      return relation === undefined ? [] : [{ readings: [relation] }]
    })
  })
}

const OF_ALL = /占(?:全[县市区省镇乡国校州])?(?:总.{0,3}[数量]|全部)的?(?:比例|比重)?(?:为|达)?$/

/** 幼儿园6973所。…普惠性幼儿园4747所，占总数的68.08%: the whole bears the end of the part's name. */
function shareOfAll(share: Claim, before: readonly Claim[]): Relation | undefined {
  if (share.role !== 'share' || !OF_ALL.test(share.near)) return undefined
  const part = before.findLast(({ role, passage, sentence }) => {
    return role === 'level' && passage === share.passage && sentence === share.sentence
  })
  const whole = before.findLast((one) => part !== undefined && one.id < part.id && isNameEnd(one, part))
  return part && whole && shareOf(share, part, whole, 'probable')
}

function isNameEnd(whole: Claim, part: Claim): boolean {
  const [long, short] = [
    part.quantity,
    whole.quantity.replace(/^(?:全[县市区省镇乡国校州]|我[县市区镇校])(?:共?有)?/, ''),
  ]
  return (
    whole.role === 'level' &&
    isLike(whole, part) &&
    short.length >= 2 &&
    long.length > short.length &&
    long.endsWith(short)
  )
}

/** 在园幼儿30411人。…专任教师2320人…生师比13.11:1. */
function ratioOf(ratio: Claim, before: readonly Claim[]): Relation | undefined {
  if (!/[生师]师?[生]?比/.test(ratio.near)) return undefined
  const last = (words: RegExp) =>
    before.findLast((one) => one.role === 'level' && one.token.unit.dimension === 'person' && words.test(one.near))
  const pupils = last(/在校|在园/)
  const teachers = last(/专任/)
  if (pupils === undefined || teachers === undefined) return undefined
  return {
    kind: 'each',
    tie: 'probable',
    target: ratio,
    inputs: [pupils, teachers],
    compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
    words: ([over, under]) => `${over} ÷ ${under}`,
  }
}
