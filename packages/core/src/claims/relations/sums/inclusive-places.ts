import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const PUBLIC = /公办/
const PRIVATE = /普惠性?民办|民办[^,;。]{0,6}普惠|普惠资格的$/
const OUTSIDE = /非普惠|未取得普惠/
const INCLUSIVE = /普惠/
const ALL = /在园|幼儿(?:园)?(?:总数|共|共有)?$|入园/
const COVERAGE = /普惠[^,;。]{0,12}(?:覆盖率|普惠率|占比)|普惠率|(?:^|[即,])覆盖率/
/** What was added, or was planned, is no part of what there is. */
const OTHER = /新增|新建|计划|规划|回收|治理|配套/

/**
 * 在公办园4927人，…在普惠性民办园2768人，…接受普惠性学前教育的7695人，普惠性幼儿园覆盖率93.68%: places that are not dear are those
 * of public and of inclusive private kindergartens (教督〔2020〕1号), and the coverage is of all who attend.
 */
export function inclusivePlaces({ claims }: Passage): readonly Question[] {
  return claims.flatMap((claim) => {
    if (claim.role === 'share') return coverageOf(claim, claims)
    if (!isCount(claim)) return []
    if (OUTSIDE.test(claim.near)) return restOf(claim, claims)
    return isInclusive(claim) ? wholeOf(claim, claims) : []
  })
}

const isCount = ({ role, token, near }: Claim): boolean =>
  role === 'level' &&
  (token.unit.dimension === 'person' || token.unit.dimension === 'place') &&
  isExact(token) &&
  !OTHER.test(near)

/** Of both kinds together. */
const isInclusive = ({ near }: Claim): boolean =>
  INCLUSIVE.test(near) && !OUTSIDE.test(near) && !PRIVATE.test(near.replace(/公办[^,;。]*?和普惠性?民办/, ''))

const isPublic = ({ near }: Claim): boolean => PUBLIC.test(near) && !INCLUSIVE.test(near)
const isPrivate = ({ near }: Claim): boolean => PRIVATE.test(near) && !OUTSIDE.test(near) && !PUBLIC.test(near)

/** The last number of a kind that is counted in the unit of another. */
const lastOf = (claims: readonly Claim[], like: Claim, holds: (claim: Claim) => boolean): Claim | undefined =>
  claims.findLast(
    (one) =>
      one !== like && one.id < like.id && isCount(one) && holds(one) && isSameUnit(one.token.unit, like.token.unit),
  )

function wholeOf(whole: Claim, claims: readonly Claim[]): readonly Question[] {
  const [open, subsidised] = [lastOf(claims, whole, isPublic), lastOf(claims, whole, isPrivate)]
  if (open === undefined || subsidised === undefined) return []
  return [{ readings: [sumOf(whole, [open, subsidised], 'probable')] }]
}

/** 非普惠园在园1423人: all who attend but those in inclusive kindergartens. */
function restOf(outside: Claim, claims: readonly Claim[]): readonly Question[] {
  const told = claims.findLast(
    (one) => one.id < outside.id && isCount(one) && isInclusive(one) && isOneUnit(one, outside),
  )
  const parts = told === undefined ? [lastOf(claims, outside, isPublic), lastOf(claims, outside, isPrivate)] : [told]
  const all = lastOf(claims, outside, (one) => isAll(one))
  const known = parts.filter((one) => one !== undefined)
  if (all === undefined || known.length < parts.length) return []
  return [{ readings: [sumOf(all, [...known, outside], 'probable')] }]
}

const isOneUnit = (a: Claim, b: Claim): boolean => isSameUnit(a.token.unit, b.token.unit)

const isAll = ({ near }: Claim): boolean =>
  ALL.test(near) && !INCLUSIVE.test(near) && !PUBLIC.test(near) && !/民办/.test(near)

function coverageOf(share: Claim, claims: readonly Claim[]): readonly Question[] {
  if (!COVERAGE.test(share.near)) return []
  const people = claims.filter((one) => isCount(one) && one.token.unit.dimension === 'person' && one.id < share.id)
  const whole = people.findLast(isAll)
  if (whole === undefined || rational.isZero(whole.value)) return []
  const told = people.findLast(isInclusive)
  const parts = [people.findLast(isPublic), people.findLast(isPrivate)].filter((one) => one !== undefined)
  const readings = [
    ...(told === undefined ? [] : [shareOfSum(share, [told], [whole], 'probable')]),
    ...(parts.length === 2 ? [shareOfSum(share, parts, [whole], told === undefined ? 'probable' : 'likely')] : []),
  ]
  return readings.length === 0 ? [] : [{ readings }]
}
