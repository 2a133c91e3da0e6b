import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const INCOME = /总收入(?:为|达)?$|收入(?:总计|合计|总额)(?:为|达)?$/
const SPENDING = /总支出(?:为|达)?$|支出(?:总计|合计|总额)(?:为|达)?$/
const LEFT = /^,?(?:当年|本年|年度|年末|收支相抵)?,?(?:实际)?(?:结余|盈余)(?:为|达)?$/

/** 总收入1386.4万元，其中…。总支出1371.9万元，其中…，当年结余14.5万元: what the year brought less what it cost, whatever stands between. */
export function balances({ claims }: Passage): readonly Question[] {
  return claims.flatMap((left, at) => {
    if (left.role !== 'level' || !LEFT.test(left.near)) return []
    const before = claims
      .slice(0, at)
      .filter((one) => one.role === 'level' && one.token.unitText === left.token.unitText && isClose(one, left))
    const [income, spending] = [INCOME, SPENDING].map((words) => before.filter(({ near }) => words.test(near)))
    const [a, b] = [income?.at(-1), spending?.at(-1)]
    if (a === undefined || b === undefined || income?.length !== 1 || spending?.length !== 1) return []
    return [{ readings: [sumOf(a, [b, left], 'probable')] }]
  })
}

const isClose = (one: Claim, left: Claim): boolean => left.sentence - one.sentence <= 2
