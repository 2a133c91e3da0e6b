import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { chanceOfNearMiss } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

/** How many like numbers on either side are tried, and how many items a list may have. */
const REACH = 6
const MOST_PARTS = 8
/** How probably one of all sums that are tried would be a digit off by accident, up to which it is worth a look. */
const WORTH = 0.08
/** The same, up to which it is an error. */
const SURE = 0.01

/**
 * 年初96380万元，执行中追加7245万元，调整后103625万元: numbers that nothing confirms, held against those around them without
 * regard to the words, nearest first. The larger they are, the more sums may be tried before a near miss is an accident.
 */
export function orphanSums(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  return passages.flatMap(({ claims }) => {
    const amounts = claims.filter(isAmount)
    return amounts.flatMap((claim, at) => {
      if (proved.has(claim)) return []
      const readings = soughtSums(claim, amounts, at)
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

const isAmount = ({ role, token }: Claim): boolean =>
  ['level', 'plan', 'change', 'base'].includes(role) &&
  isExact(token) &&
  !token.inWords &&
  token.unit.dimension !== 'percent' &&
  token.unit.dimension !== 'ratio'

/** The sums around one number that are a digit off; none where one holds, or where too many had to be tried. */
function soughtSums(claim: Claim, amounts: readonly Claim[], at: number): readonly Relation[] {
  let tried = 0
  const found: Relation[] = []
  for (const [total, parts] of candidates(claim, amounts, at)) {
    const relation = sumOf(total, parts, 'sought')
    const { outcome, range } = judgeRelation(relation)
    if (outcome === 'holds' || outcome === 'close') return []
    tried += chanceOfNearMiss(relation, range)
    if (tried > WORTH) break
    if (isNearSum(total, parts)) found.push(tried <= SURE ? { ...relation, tie: 'likely' } : relation)
  }
  return found.length > 2 ? [] : found
}

/** Totals with their parts of which a number may be one, those told closest together first. */
function candidates(
  claim: Claim,
  amounts: readonly Claim[],
  at: number,
): readonly (readonly [Claim, readonly Claim[]])[] {
  const around = amounts
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .filter((one) => one === claim || isNear(one, claim))
  const own = around.indexOf(claim)
  const sums: { readonly sum: readonly [Claim, readonly Claim[]]; readonly width: number }[] = []
  for (const [a, first] of around.entries())
    for (const [b, second] of around.entries()) {
      if (b <= a || a === own || b === own) continue
      const three = [claim, first, second]
      const [total, ...parts] = three.toSorted((x, y) => rational.compare(y.value, x.value))
      if (total !== undefined) sums.push({ sum: [total, parts], width: Math.max(a, b, own) - Math.min(a, b, own) })
    }
  for (const [from, total] of around.entries())
    for (let count = 3; count <= MOST_PARTS; count += 1)
      for (const list of [around.slice(from + 1, from + 1 + count), around.slice(Math.max(0, from - count), from)])
        if (list.length === count && (total === claim || list.includes(claim)))
          sums.push({ sum: [total, list], width: count })
  return sums.toSorted((x, y) => x.width - y.width).map(({ sum }) => sum)
}

const isNear = (one: Claim, claim: Claim): boolean =>
  isLike(one, claim) && one.token.unit.word === claim.token.unit.word && Math.abs(one.sentence - claim.sentence) <= 1
