import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const INCOME = /^(?:全年|本年|当年|年度)?(?:总?收入|收入合计|收入总计|总收入)(?:为|共|合计)*$/
const SPENDING = /^(?:全年|本年|当年|年度)?(?:总?支出|支出合计|支出总计|总支出)(?:为|共|合计)*$/
const BALANCE = /^(?:年末|年终|收支相抵,?|当年|本年)*(?:结余|结转结余|结转和结余)(?:为|资金)*$/

/** 全年收入2714.6万元…。全年支出2697.8万元…。年末结余16.8万元: what is left of one paragraph's income. */
export function incomeLessSpending({ claims }: Passage): readonly Question[] {
  const last = (words: RegExp, before: Claim) =>
    claims.findLast((one) => one.id < before.id && words.test(one.near) && isAmount(one) && isLike(one, before))
  return claims.flatMap((balance) => {
    if (!isAmount(balance) || !BALANCE.test(balance.near)) return []
    const [income, spending] = [last(INCOME, balance), last(SPENDING, balance)]
    if (income === undefined || spending === undefined || income.sentence === balance.sentence) return []
    return [{ readings: [sumOf(income, [spending, balance], 'probable')] }]
  })
}

const isAmount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'money' && token.qualifier === undefined
