import type { Claim } from '../../extract/claim.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf, distanceOf } from '../made/difference-of.ts'
import type { Question, Relation } from '../relation.ts'

/** Longest text between two numbers of a series. */
const MOST_GAP = 14

/**
 * 在校生分别为甲、乙、丙；后一年比前一年多丁、戊, 由甲到乙再到丙，先升丁，后升戊: as many changes as there are steps between the
 * numbers of a series that stands before them.
 */
export function stepsBetween(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (!isChange(first) || goesOn(claims[at - 1], first)) return []
    const changes = runFrom(claims, at)
    const series = seriesBefore(claims, at, first)
    // 先升甲，后升乙，共升丙: the last may be of them all.
    const isWithAll = changes.length === series.length && /[共总]|累计|合计/.test(changes.at(-1)?.near ?? '')
    const steps = isWithAll ? changes.slice(0, -1) : changes
    if (steps.length < 2 || series.length !== steps.length + 1) return []
    const all = isWithAll ? [changes.at(-1)] : []
    return [
      ...steps.flatMap((change, order) => stepOf(change, series[order], series[order + 1])),
      ...all.flatMap((change) => stepOf(change, series[0], series.at(-1))),
    ].map((relation) => ({ readings: [relation] }))
  })
}

const isChange = ({ role }: Claim): boolean => role === 'change' || role === 'points'

const isAmount = ({ role }: Claim): boolean => ['level', 'share', 'each', 'base'].includes(role)

const goesOn = (last: Claim | undefined, claim: Claim): boolean =>
  last !== undefined &&
  last.sentence === claim.sentence &&
  isSameUnit(last.token.unit, claim.token.unit) &&
  isChange(last) === isChange(claim) &&
  claim.before.length <= MOST_GAP

function runFrom(claims: readonly Claim[], at: number): readonly Claim[] {
  const rest = claims.slice(at)
  const end = rest.findIndex((one, order) => order > 0 && !goesOn(rest[order - 1], one))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The run of amounts that ends right before a change, in its sentence. */
function seriesBefore(claims: readonly Claim[], at: number, change: Claim): readonly Claim[] {
  const last = claims[at - 1]
  if (last === undefined || last.sentence !== change.sentence || !isAmount(last) || !isOfUnit(last, change)) return []
  let from = at - 1
  while (from > 0 && isStep(claims[from - 1], claims[from])) from -= 1
  return claims.slice(from, at)
}

const isStep = (last: Claim | undefined, claim: Claim | undefined): boolean =>
  last !== undefined && claim !== undefined && isAmount(last) && isAmount(claim) && goesOn(last, claim)

const isOfUnit = (amount: Claim, change: Claim): boolean =>
  change.role === 'points'
    ? amount.token.unit.dimension === 'percent'
    : isSameUnit(amount.token.unit, change.token.unit)

function stepOf(change: Claim | undefined, from: Claim | undefined, to: Claim | undefined): readonly Relation[] {
  if (change === undefined || from === undefined || to === undefined) return []
  // 先升1.79个百分点: which is the larger the word says, whatever digit is wrong.
  if (change.sign < 0) return [differenceOf(change, from, to, 'probable')]
  if (/[升增多高涨]$/.test(change.near)) return [differenceOf(change, to, from, 'probable')]
  return [distanceOf(change, from, to, 'probable')]
}
