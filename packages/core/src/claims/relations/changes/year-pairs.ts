import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { growthOf } from '../made/growth-rate.ts'
import type { Question } from '../relation.ts'

/** Nothing but that it changed, and since when: no name that might be another's. */
const CHANGED =
  /^(?:(?:19|20)\d\d年)?(?:同比|[比较](?:上年|去年|(?:19|20)\d\d年))?(?:净?增长?|增加|提高|上升|增幅|下降|减少|降幅)(?:了|为|达)?$/

/** What it is held against is said, too. */
const COMPARED = /同比|[比较](?:上年|去年|(?:19|20)\d\d年)/

const YEAR = /^(?:19|20)\d\d$/

/**
 * 2024年教育支出6.50亿元，2025年教育支出7.15亿元，增长10.0%: the two numbers right before a rate, of one quantity and of two years one
 * after the other, are what it is of, whichever is told first.
 */
export function yearPairs({ claims }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const [first, second] = [claims[at - 2], claims[at - 1]]
    if (first === undefined || second === undefined || !isAfter(rate, second)) return []
    const [base, now] = yearOf(first) < yearOf(second) ? [first, second] : [second, first]
    if (!isPair(first, second) || yearOf(now) - yearOf(base) !== 1) return []
    return [{ readings: [growthOf(rate, now, base, COMPARED.test(rate.near) ? 'certain' : 'stated')] }]
  })
}

const yearOf = ({ period = '' }: Claim): number => (YEAR.test(period) ? Number(period) : Number.NaN)

const isAfter = (rate: Claim, last: Claim): boolean =>
  rate.role === 'rate' && rate.sentence === last.sentence && CHANGED.test(rate.near)

/** Both say their year and how much there was; the second has the name of the first, or none of its own. */
function isPair(first: Claim, second: Claim): boolean {
  const names = [first, second].map(({ near }) =>
    near.replace(/^(?:19|20)\d\d年/, '').replace(/^[全本][县市区旗州省]/, ''),
  )
  return (
    [first, second].every(({ role, near }) => (role === 'level' || role === 'base') && /(?:19|20)\d\d年/.test(near)) &&
    second.sentence - first.sentence <= 1 &&
    isLike(first, second) &&
    (names[0] === names[1] || names[1] === '')
  )
}
