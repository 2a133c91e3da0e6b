import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { distanceOf } from '../made/difference-of.ts'
import type { Question } from '../relation.ts'

/** 高于, 快于, 前者高出后者: one rate is held against another. */
const COMPARED = /[高低快慢多]于|[高低快慢]出|超过|增速快|拉开|(?:率|比例|占比)(?:一年)?(?:提高|提升|上升|下降|降低)/
/** Growth is held against growth, and not against a share. */
const OF_GROWTH = /增[幅速长]|拨款|投入|经费/
/** How many rates before the points may be meant. */
const MEANT = 3
/** Among how many rates before the points those of growth are looked for. */
const LOOKED_AT = 4
/** Sentences that they may stand in before. */
const BACK = 2

/**
 * 教育支出增长4.30%；同期全县支出增幅2.81%，前者高出后者1.49个百分点: rates that stretches of a sentence tell apart, and by how
 * much one exceeds the other. Where two of them fit, they are meant; else only a pair that leaves no other.
 */
export function pointsApart({ claims }: Passage): readonly Question[] {
  return claims.flatMap((points, at) => {
    if (points.role !== 'points' || !COMPARED.test(points.near)) return []
    const rates = ratesAround(claims, at)
    const readings = rates.flatMap((a, order) => rates.slice(order + 1).map((b) => distanceOf(points, a, b, 'likely')))
    const holding = readings.filter((one) => judgeRelation(one).outcome === 'holds')
    if (holding.length > 0) return [{ readings: holding }]
    const near = readings.filter((one) => correctionsOf(one).length > 0)
    if (near.length === 0) return []
    return [{ readings: near.map((one) => ({ ...one, tie: rates.length === 2 ? ('probable' as const) : one.tie })) }]
  })
}

function ratesAround(claims: readonly Claim[], at: number): readonly Claim[] {
  const points = claims[at]
  if (points === undefined) return []
  const isRate = (one: Claim): boolean =>
    one.token.unit.dimension === 'percent' &&
    one.role !== 'points' &&
    one.role !== 'line' &&
    points.sentence - one.sentence <= BACK &&
    one.sentence <= points.sentence
  const next = claims[at + 1]
  const after = next !== undefined && isRate(next) && next.before.startsWith('(') ? [next] : []
  const before = claims.slice(0, at).filter(isRate).toReversed()
  const growth = [...after, ...before.slice(0, LOOKED_AT)].filter(({ role }) => role === 'rate')
  return OF_GROWTH.test(points.near) && growth.length >= 2
    ? growth.slice(0, MEANT)
    : [...after, ...before.slice(0, MEANT)]
}
