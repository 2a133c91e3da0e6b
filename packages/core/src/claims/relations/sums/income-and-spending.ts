import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** How the words before an amount end that call it all that came in, all that went out, and what is left of it. */
const SPAN = '(?:全年|本年|当年|年度)?'
const ENDING = '(?:为|达|共|合计)*$'
const INCOME = new RegExp(`(?:^${SPAN}收入|总收入|收入(?:总计|合计|总额))${ENDING}`)
const SPENDING = new RegExp(`(?:^${SPAN}支出|总支出|支出(?:总计|合计|总额))${ENDING}`)
const LEFT =
  /^,?(?:(?:全年|本年|当年|年度|年末|年终|收支相抵),?)*(?:实际)?(?:结余|盈余|结转结余|结转和结余)(?:资金)?(?:为|达)*$/
/** 总收入, 收入合计: called all there is, whatever stands beside. */
const OUTRIGHT = /总收入|收入(?:总计|合计|总额)/

/**
 * 总收入1386.4万元，其中…。总支出1371.9万元，其中…，当年结余14.5万元: what came in is what went out and what is left, whatever stands between.
 * 收入 and 支出 of one sentence with 结余, which may be of some of all there is, are told so only where they are called 总.
 */
export function incomeAndSpending({ claims }: Passage): readonly Question[] {
  return claims.flatMap((left) => {
    if (!isAmount(left) || !LEFT.test(left.near)) return []
    const before = claims.filter((one) => one.id < left.id && isAmount(one) && isLike(one, left))
    const income = before.findLast(({ near }) => INCOME.test(near))
    const spending = before.findLast(({ near }) => SPENDING.test(near))
    if (income === undefined || spending === undefined || spending.id < income.id) return []
    if (income.sentence === left.sentence && !OUTRIGHT.test(income.near)) return []
    return [{ readings: [sumOf(income, [spending, left], 'probable')] }]
  })
}

const isAmount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'money' && isExact(token)
