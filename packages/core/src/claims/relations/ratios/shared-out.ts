import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { productOf } from '../made/exact-product.ts'
import { input, type Question, type Relation } from '../relation.ts'

const DEED = '联系|结对|负责|帮扶|包保|包联|认领|联络|走访|辅导|挂钩'
/** 每人负责3名, 每名干部结对帮扶2户, 平均每人结对3名. */
const TO_EACH = new RegExp(`(平均)?每[人名位][\\u4e00-\\u9fff]{0,4}(?:${DEED})(?:帮扶)?$`)
const COVERED = /覆盖|共|合计|累计/
/** How many numbers before those who help the ones they help may stand. */
const FAR = 8

/**
 * 留守儿童519人，其中…，由173名干部结对帮扶，每人负责3名; 46名干部每人联系2个小组，覆盖92个小组: those who help, so many to each of them,
 * are all who are helped.
 */
export function sharedOut({ claims, text }: Passage): readonly Question[] {
  return claims.flatMap((each, at) => {
    const said = TO_EACH.exec(each.near)
    const helpers = claims[at - 1]
    if (said === null || !isPeople(helpers) || helpers.sentence !== each.sentence || !each.token.unit.counted) return []
    const whole = coveredAfter(each, claims[at + 1]) ?? helpedBefore(each, helpers, claims.slice(0, at - 1), text)
    if (whole === undefined || rational.isZero(helpers.value)) return []
    const relation = said[1] === undefined ? productOf(whole, helpers, each, 'probable') : share(each, whole, helpers)
    return [{ readings: [relation] }]
  })
}

const isPeople = (one: Claim | undefined): one is Claim =>
  one !== undefined &&
  one.role === 'level' &&
  one.token.unit.dimension === 'person' &&
  one.token.qualifier === undefined

/** 每人联系2个小组，覆盖92个小组. */
const coveredAfter = (each: Claim, next: Claim | undefined): Claim | undefined =>
  next?.role === 'level' &&
  next.segment === each.segment &&
  isSameUnit(next.token.unit, each.token.unit) &&
  COVERED.test(next.near)
    ? next
    : undefined

/** Those that the words name (与留守儿童结对), else the first whom the sentence counts. */
function helpedBefore(each: Claim, helpers: Claim, before: readonly Claim[], text: string): Claim | undefined {
  const words = text.slice(helpers.token.end, each.token.start)
  const name = new RegExp(`[与和同对]([\\u4e00-\\u9fff]{2,6}?)(?:开展|进行)?(?:${DEED})`).exec(words)?.[1]
  const like = before
    .slice(-FAR)
    .filter((one) => one.role === 'level' && isSameUnit(one.token.unit, each.token.unit) && one.kind !== 'staff')
  if (name !== undefined) return like.find(({ near }) => near.endsWith(name))
  return like.find(({ sentence }) => sentence === helpers.sentence)
}

const share = (each: Claim, whole: Claim, helpers: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: each,
  inputs: [whole, helpers],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([whole, helpers]) => `${whole} ÷ ${helpers}`,
})
