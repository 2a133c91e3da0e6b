import { bounds } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { namesOf, sharedName } from '../../extract/names.ts'
import { signed } from '../made/growth-rate.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { input, type Question, type Relation, type Tie } from '../relation.ts'

/** How many paragraphs back what there is now may have been told, and how much of its name must be the same. */
const FAR_PASSAGES = 2
const LEAST_NAME = 2

/** 录取一年级新生1742人。…一年级新生比上年的1815人减少73人: what there is now was told before, under the same name. */
export function fromBase(passages: readonly Passage[]): readonly Question[] {
  const names = namesOf(passages)
  return passages.flatMap((passage, order) => {
    const earlier = passages.slice(Math.max(0, order - FAR_PASSAGES), order).flatMap(({ claims }) => claims)
    return passage.claims.flatMap((change, at) => {
      const base = baseOf(passage.claims, at)
      const name = names.get(base === passage.claims[at - 1] && base !== undefined ? base : change)
      if (base === undefined || name === undefined) return []
      const told = [...earlier, ...passage.claims.slice(0, at)].filter((one) => isAmount(one) && isLike(one, change))
      // 现有甲，比上年的乙增加丙: what stands in the stretch is held against it elsewhere.
      if (told.some(({ passage, segment }) => passage === change.passage && segment === change.segment)) return []
      const isNamed = (now: Claim) =>
        sharedName(names.get(now) ?? name, name) >= LEAST_NAME || (now.kind !== undefined && now.kind === change.kind)
      const readings = told
        .filter((now) => isNamed(now) && isNear(now, base, change))
        .map((now) => nowOf(now, base, change, 'likely'))
      const [only] = readings
      if (only === undefined) return []
      return [{ readings: readings.length > 1 ? readings : [{ ...only, tie: 'shaped' as const }] }]
    })
  })
}

/** The base right before a change, or in brackets right after it. */
function baseOf(claims: readonly Claim[], at: number): Claim | undefined {
  // 与上年的81706万元相比，增长5.4%，净增4421万元: a rate may stand between.
  const isAfterRate = claims[at - 1]?.role === 'rate' && claims[at - 2]?.role === 'base'
  const [before, change, after] = [claims[isAfterRate ? at - 2 : at - 1], claims[at], claims[at + 1]]
  if (change?.role !== 'change') return undefined
  const found =
    before?.role === 'base' ? before : after?.role === 'base' && after.before.includes('(') ? after : undefined
  return found !== undefined && found.segment === change.segment && isLike(found, change) ? found : undefined
}

const isAmount = ({ role, token }: Claim): boolean => role === 'level' && isExact(token)

const isNear = (now: Claim, base: Claim, change: Claim): boolean =>
  change.sign > 0 ? isNearSum(now, [base, change]) : isNearSum(base, [now, change])

const nowOf = (now: Claim, base: Claim, change: Claim, tie: Tie): Relation => ({
  kind: 'growth',
  tie,
  target: now,
  inputs: [base, change],
  compute: (inputs) => bounds.addBounds(input(inputs, 0), signed(input(inputs, 1), change.sign)),
  words: ([from, by]) => `${from} ${change.sign > 0 ? '+' : '−'} ${by}`,
})
