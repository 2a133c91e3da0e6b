import type { Claim } from '../../extract/claim.ts'
import { isLike } from '../../extract/likeness.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { mayHold } from './quick-sum.ts'
import { sumOf } from './sum-of.ts'

/** Longest list of parts that is tried. */
export const MOST_PARTS = 16

const OPENS_INNER = /其中|包括|包含|含/

/** The like numbers of a list that begins with `head`, deeper brackets left out. */
export function partsFrom(rest: readonly Claim[], head: Claim, depths: ReadonlyMap<Claim, number>): readonly Claim[] {
  const depth = depths.get(head) ?? 0
  const parts: Claim[] = []
  for (const claim of rest) {
    const own = depths.get(claim) ?? 0
    if (claim.sentence !== head.sentence || own < depth) break
    if (own > depth || !isLike(claim, head) || isSaidOfEach(claim, parts.at(-1))) continue
    parts.push(claim)
  }
  return parts
}

/** 小学2所(含教学点2个),初中1所: numbers in deeper brackets are of the item before, and a list in brackets ends with them. */
export function withoutAsides(list: readonly Claim[]): readonly Claim[] {
  let depth = 0
  const depths = list.map(({ before }, at) => {
    if (at > 0) depth += before.split('(').length - before.split(')').length
    return depth
  })
  const end = depths.findIndex((own) => own < 0)
  return list.slice(0, end < 0 ? list.length : end).filter((_, at) => depths[at] === 0)
}

/** 职教中心、特教学校各1所计2所: the second number is what the first comes to. */
const isSaidOfEach = ({ before }: Claim, last: Claim | undefined): boolean =>
  last !== undefined && /^[,、]?共?计$/.test(before) && last.near.endsWith('各')

/**
 * The ways to read a list whose items have parts of their own: 义务教育学校73所，其中…；幼儿园35所，其中…. An inner list
 * may go on to the next semicolon, or hold a single number.
 */
export function readingsOfList(parts: readonly Claim[]): readonly (readonly Claim[])[] {
  const [head, ...rest] = parts
  if (head === undefined || !rest.some(({ before }) => OPENS_INNER.test(before))) return [parts]
  const outer = [head]
  const single = [head]
  let inner: number | undefined
  for (const claim of rest) {
    const opens = OPENS_INNER.test(claim.before)
    if (!opens) single.push(claim)
    if (opens) inner = claim.segment
    if (inner !== claim.segment) {
      inner = undefined
      outer.push(claim)
    }
  }
  return [parts, outer, single, withoutInner(parts)].filter(
    (list, at, all) => at === 0 || list.length < (all[0]?.length ?? 0),
  )
}

/** Drops the numbers that add up to the one before them. */
export function withoutInner(claims: readonly Claim[]): readonly Claim[] {
  const kept: Claim[] = []
  for (let at = 0; at < claims.length; at += 1) {
    const claim = claims[at]
    if (claim === undefined) break
    kept.push(claim)
    at += innerCount(claim, claims.slice(at + 1, at + 1 + MOST_PARTS))
  }
  return kept
}

const addsUp = (whole: Claim, parts: readonly Claim[]): boolean =>
  mayHold(whole, parts) && judgeRelation(sumOf(whole, parts, 'possible')).outcome === 'holds'

function innerCount(whole: Claim, rest: readonly Claim[]): number {
  for (let count = 2; count <= rest.length; count += 1) if (addsUp(whole, rest.slice(0, count))) return count
  return 0
}

/** How much text stands between an item and the one before; the names of 甲、乙、丙各一所 are no text. */
export const gapBefore = ({ before, token }: Claim): number => (token.times === undefined ? before.length : 0)

/** 中部2个省份39个县, 春季资助3350人次，金额134万元: the second number of an item is named before the first. */
export function labelOf(levels: readonly Claim[], part: Claim): string {
  const before = levels[levels.indexOf(part) - 1]
  if (before === undefined) return part.near
  const isOneBreath = part.near.length <= 3 && !/[,;。]/.test(part.before)
  const isSecond = before.segment === part.segment && !isLike(before, part) && /^,[^,]*$/.test(part.before)
  return isOneBreath || isSecond ? `${before.near}${part.near}` : part.near
}

/** 小学32所、初中12所、完全中学3所、教学点6个: what follows a number as one item follows another is no list of its parts. */
export const isRowOfLikes = (list: readonly Claim[]): boolean =>
  list.length > 2 && list.every(({ before }) => before.startsWith('、'))
