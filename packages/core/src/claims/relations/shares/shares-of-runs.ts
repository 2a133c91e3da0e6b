import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'
import { OF_PLAN, PLANNED } from './plan-shares.ts'
import { SEVERAL_YEARS } from './share-ties.ts'

/** How many numbers before a share are looked at. */
const FAR = 8
const YEARS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5 }

/**
 * 2022年补充398名，2023年补充464名，两年新进教师占现有5240名教师的16.5%: the numbers of the years together. 规划7500个，2021年1530个，
 * 2022年2070个，2023年2640个，占规划任务的83.2%: all that the plan is followed by.
 */
export function sharesOfRuns({ claims }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    if (share.role !== 'share') return []
    const before = claims.slice(Math.max(0, at - FAR), at)
    return [...ofYears(share, before), ...ofPlan(share, before)].map((relation) => ({ readings: [relation] }))
  })
}

const isLevel = ({ role, token }: Claim): boolean => (role === 'level' || role === 'plan') && isExact(token)

function ofYears(share: Claim, before: readonly Claim[]): readonly Relation[] {
  const whole = before.at(-1)
  const years = whole && YEARS[SEVERAL_YEARS.exec(whole.near)?.[0].replace(/^(?:上述|这|近)/, '')[0] ?? '']
  if (
    whole === undefined ||
    years === undefined ||
    !/占/.test(whole.near) ||
    !/^的?[^,;。]{0,10}的$/.test(share.before)
  )
    return []
  const parts = before
    .slice(0, -1)
    .filter((one) => isLevel(one) && isLike(one, whole))
    .slice(-years)
  return parts.length === years ? [jointOf(share, parts, whole)] : []
}

function ofPlan(share: Claim, before: readonly Claim[]): readonly Relation[] {
  if (!OF_PLAN.test(share.near)) return []
  const plan = before.findLast((one) => isLevel(one) && PLANNED.test(one.near) && one.sentence === share.sentence)
  if (plan === undefined) return []
  const parts = before.filter((one) => one.id > plan.id)
  const isRun = parts.length > 1 && parts.every((one) => isLevel(one) && isLike(one, plan) && one.id !== plan.id)
  const isYearly = parts.every(({ near }) => /(?:19|20)\d\d年|[今去前]年/.test(near))
  return isRun && isYearly ? [jointOf(share, parts, plan)] : []
}

const jointOf = (share: Claim, parts: readonly Claim[], whole: Claim): Relation =>
  shareOfSum(share, parts, [whole], rational.isZero(whole.value) ? 'possible' : 'probable')
