import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation, overlaps } from '../../judge/judge-relation.ts'
import { growthOf } from '../made/growth-rate.ts'
import { difference } from '../relation.ts'

/** A difference of two rates that is printed as per cent and not as percentage points. */
export interface PointWording {
  readonly claim: Claim
  readonly now: Claim
  readonly base: Claim
  /** As growth in per cent the number would be right, too. */
  readonly isEither: boolean
}

/** 由98.1%提高到98.8%，提高0.7%: what is meant are percentage points. */
export function pointWordings(passages: readonly Passage[]): readonly PointWording[] {
  return passages.flatMap(({ claims }) =>
    claims.flatMap((claim, at) => {
      const sides = sidesOf(claims, at)
      if (sides === undefined || !isDifference(claim, sides.now, sides.base)) return []
      const { now, base } = sides
      return [{ claim, now, base, isEither: judgeRelation(growthOf(claim, now, base, 'stated')).outcome === 'holds' }]
    }),
  )
}

/** The rate before and the rate now, for a change between them that is printed as per cent. */
export function sidesOf(
  claims: readonly Claim[],
  at: number,
): { readonly now: Claim; readonly base: Claim } | undefined {
  const claim = claims[at]
  if (claim?.role !== 'rate' || claim.token.unit.dimension !== 'percent') return undefined
  const own = claims.slice(Math.max(0, at - 3), at + 2).filter((one) => isRate(one, claim))
  const base = own.findLast(({ role }) => role === 'base')
  const now = own.findLast(({ role }) => role === 'share')
  return base && now && { now, base }
}

const isRate = (one: Claim, claim: Claim): boolean =>
  one !== claim && one.sentence === claim.sentence && one.token.unit.dimension === 'percent'

function isDifference(claim: Claim, now: Claim, base: Claim): boolean {
  const [a, b] = claim.sign > 0 ? [now, base] : [base, now]
  return overlaps(difference(a.range, b.range), claim.range)
}
