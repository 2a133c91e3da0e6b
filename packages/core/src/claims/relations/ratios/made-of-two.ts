import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { sumOf } from '../made/sum-of.ts'
import { input, percentOf, type Question, type Relation, totalOf } from '../relation.ts'

const IN_POST = /实际在岗|实际在职|在岗(?:教职工|教师|人员)?$|实际用人/
const ON_PAYROLL = /在编|编内/
const OTHERS = /临聘|聘用|编外|代课|特岗|购买服务|合同制/
const MONTHLY = /月均(?:为|约|达)*$/
const YEARLY = /全年|一年|年度|本年|今年|去年|(?:19|20)\d\d年/
const MONTHS = rational.fromInteger(12)
/** 开工率, 整改率: done, of what was done and what was not. */
const RATE = /([\u4e00-\u9fff]{2})率(?:为|达到?)?$/

/** What the words make of two numbers of one sentence: all who are at work, so much a month, how much of it is done. */
export function madeOfTwo({ claims }: Passage): readonly Question[] {
  return claims.flatMap((claim, at) => {
    const before = claims.slice(Math.max(0, at - 8), at).filter((one) => one.sentence === claim.sentence)
    const relation = inPost(claim, before) ?? monthly(claim, before) ?? doneOf(claim, before)
    return relation === undefined ? [] : [{ readings: [relation] }]
  })
}

/** 在编161人，缺编7人，临聘教师12人，实际在岗173人. */
function inPost(total: Claim, before: readonly Claim[]): Relation | undefined {
  if (total.role !== 'level' || !IN_POST.test(total.near)) return undefined
  const like = before.filter((one) => one.role === 'level' && isLike(one, total))
  const own = like.filter(({ near }) => ON_PAYROLL.test(near))
  const others = like.filter(({ near }) => OTHERS.test(near))
  return own.length === 1 && others.length > 0 ? sumOf(total, [...own, ...others], 'probable') : undefined
}

/** 全年核发教师工资61824万元，月均5152万元. */
function monthly(mean: Claim, before: readonly Claim[]): Relation | undefined {
  const year = before.at(-1)
  if (!MONTHLY.test(mean.near) || year === undefined || year.token.unit.dimension !== mean.token.unit.dimension)
    return undefined
  if (!YEARLY.test(year.near)) return undefined
  const compute: Relation['compute'] = (inputs) => bounds.divBounds(input(inputs, 0), { low: MONTHS, high: MONTHS })
  const target = { kind: 'each', tie: 'probable', target: mean, inputs: [year] } as const
  return { ...target, compute, words: ([year]) => `${year} ÷ 12个月` }
}

/** 已开工项目42个，未开工3个，开工率93.3%. */
function doneOf(rate: Claim, before: readonly Claim[]): Relation | undefined {
  const word = rate.role === 'share' ? RATE.exec(rate.near)?.[1] : undefined
  if (word === undefined) return undefined
  const open = before.findLast((one) => one.role === 'level' && new RegExp(`[未没]能?${word}`).test(one.near))
  const done = before.find(
    (one) => one.role === 'level' && one !== open && new RegExp(`(?<![未没]能?)${word}`).test(one.near),
  )
  if (open === undefined || done === undefined || !isLike(open, done)) return undefined
  if (before.some((one) => one.id < done.id && one.role === 'level' && isLike(one, done))) return undefined
  const target = { kind: 'share', tie: 'probable', target: rate, inputs: [done, open] } as const
  return {
    ...target,
    compute: (inputs) => percentOf(input(inputs, 0), totalOf(inputs)),
    words: ([done, open]) => `${done} ÷ (${done} + ${open})`,
  }
}
