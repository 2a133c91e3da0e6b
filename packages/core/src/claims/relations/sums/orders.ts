import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isStandard } from '../../extract/roles.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { withoutAsides } from '../made/list-parts.ts'
import { input, type Question, type Relation, totalOf } from '../relation.ts'
import { familyOf } from './families.ts'

/** What must be larger or smaller than something else: parts, lines that are kept, and directions of change. */
export function orderQuestions(passage: Passage): readonly Question[] {
  const { claims } = passage
  return claims
    .flatMap((claim, at) => [
      ...(claim.role === 'line' ? lineReadings(claim, claims.slice(Math.max(0, at - 3), at)) : []),
      ...(claim.role === 'base' ? directionReadings(claim, claims.slice(at + 1, at + 2)) : []),
      ...(/^[,;、。(]*其中/.test(claim.before) ? partReadings(claims, at) : []),
    ])
    .map((relation) => ({ readings: [relation] }))
}

const atLeast = (greater: Claim, smaller: Claim, remark: string): Relation => ({
  kind: 'order',
  tie: 'stated',
  target: greater,
  inputs: [smaller],
  compute: (inputs) => ({ low: input(inputs, 0).low, high: undefined }),
  words: ([other]) => `≥ ${other}`,
  remark,
})

const atMost = (smaller: Claim, greater: Claim, remark: string): Relation => ({
  kind: 'order',
  tie: 'stated',
  target: smaller,
  inputs: [greater],
  compute: (inputs) => ({ low: undefined, high: input(inputs, 0).high }),
  words: ([other]) => `≤ ${other}`,
  remark,
})

/** 生均5.2平方米，高于4.5平方米的标准. */
function lineReadings(line: Claim, before: readonly Claim[]): Relation[] {
  const value = before.findLast(
    (one) =>
      one.sentence === line.sentence &&
      isSameUnit(one.token.unit, line.token.unit) &&
      (one.role === 'level' || one.role === 'each' || one.role === 'share'),
  )
  if (value === undefined) return []
  if (!isStandard(line)) return []
  return isBelow(line.near)
    ? [atMost(value, line, '与“低于”“没有达到”的说法相反')]
    : [atLeast(value, line, '与“高于”“达到”的说法相反')]
}

/** 低于标准, 没有达到要求, but not 没有低于. */
function isBelow(near: string): boolean {
  const verb = /不低于|不少于|不高于|不超过|不大于|低于|小于|高于|超过|达到/.exec(near)
  const isUpper = verb !== null && /不高于|不超过|不大于|低于|小于/.test(verb[0]) && verb[0] !== '不低于'
  return isUpper !== /(?:没有?|未|未能|没能|尚不能|难以)$/.test(near.slice(0, verb?.index ?? 0))
}

/** 由12所增加到15所: the second is the larger. */
function directionReadings(base: Claim, next: readonly Claim[]): Relation[] {
  const [now] = next
  if (now === undefined || now.sentence !== base.sentence || !isSameUnit(now.token.unit, base.token.unit)) return []
  if (!/(?:由|从)/.test(base.near) || /[,;]/.test(now.before)) return []
  if (/增|提高|提升|上升|升|扩大|发展/.test(now.before)) return [atLeast(now, base, '与“增加”“提高”的说法相反')]
  if (/下降|降|减/.test(now.before)) return [atMost(now, base, '与“减少”“下降”的说法相反')]
  return []
}

/** 其中…: no part is larger than its whole, and parts that exclude one another are not larger together. */
function partReadings(claims: readonly Claim[], at: number): Relation[] {
  const first = claims[at]
  const whole = claims[at - 1]
  if (first === undefined || whole === undefined || whole.sentence !== first.sentence) return []
  if (whole.role !== 'level' || first.role !== 'level' || !isSameUnit(first.token.unit, whole.token.unit)) return []
  if (first.kind !== undefined && whole.kind !== undefined && first.kind !== whole.kind) return []
  const parts = withoutAsides(claims.slice(at)).filter(
    (one) =>
      one.segment === first.segment &&
      one.role === 'level' &&
      isSameUnit(one.token.unit, whole.token.unit) &&
      !/合计|共计|总计|小计|[两三四五六]项/.test(one.near),
  )
  const exclusive =
    parts.length > 1 &&
    familyOf(
      parts.map(({ near }) => near),
      whole.near,
    ) !== 'none'
  return exclusive ? [partsOf(whole, parts)] : [{ ...atMost(first, whole, '其中的一部分大于总数'), kind: 'part' }]
}

const partsOf = (whole: Claim, parts: readonly Claim[]): Relation => ({
  kind: 'part',
  tie: 'stated',
  target: whole,
  inputs: parts,
  compute: (inputs) => ({ low: totalOf(inputs).low, high: undefined }),
  words: (shown) => `≥ ${shown.join(' + ')}`,
  remark: '互不重叠的各部分之和大于总数',
})
