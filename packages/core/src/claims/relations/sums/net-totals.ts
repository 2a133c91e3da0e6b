import { type Bounds, bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { withoutInner } from '../made/list-parts.ts'
import { type Question, type Relation, totalOf } from '../relation.ts'

const CLOSES = /总计|合计|共/
const ASIDE = /其中/
/** Numbers before a net change that are looked at. */
const FAR = 12

/** What came, or went, in one number. */
interface Flow {
  readonly claim: Claim
  readonly went: boolean
}

/** Which words tell that something came, and that it went. */
export interface Ways {
  readonly comes: RegExp
  readonly goes: RegExp
}

/**
 * 招聘96名、104名和118名，总计318名，同期自然减员241名，净增77名: of what came and went by several numbers the total counts, told
 * after them or before, in this sentence or the one before.
 */
export function netOfTotals(net: Claim, claims: readonly Claim[], ways: Ways, isLess: boolean): readonly Question[] {
  const before = claims
    .filter((one) => one.id < net.id && one.role !== 'change' && isSameUnit(one.token.unit, net.token.unit))
    .slice(-FAR)
  const own = flowsIn(
    before.filter(({ sentence }) => sentence === net.sentence),
    ways,
  )
  const last = flowsIn(
    before.filter(({ sentence }) => sentence === net.sentence - 1),
    ways,
  )
  const flows = isBothWays(own) ? own : [...last.slice(0, 1), ...own]
  return isBothWays(flows) ? [{ readings: [netOf(net, flows, isLess)] }] : []
}

const isBothWays = (flows: readonly Flow[]): boolean =>
  flows.some(({ went }) => went) && flows.some(({ went }) => !went)

function flowsIn(claims: readonly Claim[], { comes, goes }: Ways): readonly Flow[] {
  let flows: Flow[] = []
  let way: boolean | undefined
  for (const claim of withoutInner(claims)) {
    if (ASIDE.test(claim.near)) continue
    const isClosing = CLOSES.test(claim.near)
    const said = goes.test(claim.near) ? true : comes.test(claim.near) ? false : undefined
    // What a list comes to goes the way of its items, and so does the next item.
    way = said ?? (isClosing || /^(?:、|和|与|及)/.test(claim.before) ? way : undefined)
    if (way === undefined) continue
    const went = way
    if (isClosing) flows = flows.filter((one) => one.went !== went)
    flows.push({ claim, went })
  }
  return flows
}

const netOf = (net: Claim, flows: readonly Flow[], isLess: boolean): Relation => ({
  kind: 'growth',
  tie: 'stated',
  target: net,
  inputs: flows.map(({ claim }) => claim),
  compute: (inputs: readonly Bounds[]) =>
    totalOf(inputs.map((one, at) => (flows[at]?.went === isLess ? one : bounds.negateBounds(one)))),
  words: (shown) =>
    shown
      .map((one, at) => `${flows[at]?.went === isLess ? '+' : '−'} ${one}`)
      .join(' ')
      .replace(/^\+ /, ''),
})
