import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isSameDimension } from '../numbers/units.ts'
import { familyOf } from './families.ts'
import { type Question, type Relation, type Tie, totalOf } from './relation.ts'

const OPENS = /其中|包括|包含|分别|即|组成|分为|构成|分成|:|\(|有$|涵盖|含/
const EXHAUSTS = /分别|即|组成|分为|构成|分成|由/
const CLOSES = /合计|总计|共计|累计|总共|两项|三项|四项|以上各项|各项|共(?!同)|总投资|总额|总数|总量/
/** Longest list of parts that is tried. */
const MOST_PARTS = 16

/** Totals with the parts that follow them (其中…) or stand before them (…合计). */
export function sumQuestions(passage: Passage): readonly Question[] {
  const levels = passage.claims.filter(isPart)
  const depths = new Map(levels.map((claim) => [claim, depthAt(passage, claim)]))
  const list = { levels, depths }
  return [
    ...levels.flatMap((first, at) => (OPENS.test(first.before) ? opened(list, first, at) : [])),
    ...levels.flatMap((total, at) => (CLOSES.test(total.near) ? closed(list, total, at) : [])),
    ...levels.flatMap((total, at) => (OPENS.test(levels[at + 1]?.before ?? '') ? [] : unmarked(list, total, at))),
  ]
}

interface Levels {
  readonly levels: readonly Claim[]
  readonly depths: ReadonlyMap<Claim, number>
}

/** Rates may be parts of a whole, too, but `shares` asks that. */
const isPart = (claim: Claim): boolean =>
  (claim.role === 'level' || claim.role === 'plan') &&
  claim.token.upTo === undefined &&
  claim.token.unit.dimension !== 'ratio'

function depthAt(passage: Passage, claim: Claim): number {
  const before = passage.text.slice(0, claim.token.start)
  return before.split('(').length - before.split(')').length
}

const isLike = (a: Claim, b: Claim): boolean =>
  isSameDimension(a.token.unit.dimension, b.token.unit.dimension) &&
  (a.kind === undefined || b.kind === undefined || a.kind === b.kind)

/** `first` opens a list: the total is the nearest like number before, or one further back. */
function opened({ levels, depths }: Levels, first: Claim, at: number): Question[] {
  const depth = depths.get(first) ?? 0
  const starts = [at]
  const next = levels[at + 1]
  // 其中小学52所、30123人: the first number of each kind opens the list of its own kind.
  if (next !== undefined && next.sentence === first.sentence && !isLike(first, next)) starts.push(at + 1)
  return starts.flatMap((start) => {
    const head = levels[start]
    if (head === undefined) return []
    const total = levels
      .slice(Math.max(0, at - 8), at)
      .findLast((claim) => isLike(claim, head) && (depths.get(claim) ?? 0) <= depth && isWithin(claim, first))
    if (total === undefined) return []
    const parts = partsFrom(levels.slice(start, start + MOST_PARTS), head, depth, depths)
    return question(total, parts, (list) => tieOfOpened(first, total, list))
  })
}

/** Words before and right after a number. */
const wordsAt = ({ near, after }: Claim): string => near + (/^[^,;:()]*/.exec(after)?.[0] ?? '')

const isWithin = (total: Claim, first: Claim): boolean =>
  total.sentence === first.sentence ||
  (total.sentence === first.sentence - 1 && /^[\s,"]*(?:其中|分别|包括|具体)/.test(first.before))

function partsFrom(rest: readonly Claim[], head: Claim, depth: number, depths: ReadonlyMap<Claim, number>): Claim[] {
  const parts: Claim[] = []
  for (const claim of rest) {
    const own = depths.get(claim) ?? 0
    if (claim.sentence !== head.sentence || own < depth) break
    if (own > depth || !isLike(claim, head)) continue
    parts.push(claim)
  }
  return parts
}

function tieOfOpened(first: Claim, total: Claim, parts: readonly Claim[]): Tie {
  if (!isOneList(parts)) return 'possible'
  if (EXHAUSTS.test(first.before)) return 'stated'
  const kinship = familyOf(
    parts.map(({ near }) => near),
    wordsAt(total),
  )
  if (kinship === 'all') return 'stated'
  if (/其中|含|包括/.test(first.before)) return 'likely'
  return /[:(]/.test(first.before) && parts.length > 1 ? 'stated' : 'likely'
}

/** Items follow one another with little between them. */
function isOneList(parts: readonly Claim[]): boolean {
  return parts.slice(1).every(({ before }) => before.length <= 22 && !/其中|另|此外|同时|招聘|占|比上年/.test(before))
}

/** `total` closes a list: the like numbers right before it, in its sentence or in the ones before. */
function closed({ levels, depths }: Levels, total: Claim, at: number): Question[] {
  const depth = depths.get(total) ?? 0
  const before = levels.slice(Math.max(0, at - MOST_PARTS), at)
  const parts = before.filter((claim) => isLike(claim, total) && (depths.get(claim) ?? 0) === depth).toReversed()
  const strong = /合计|总计|共计|总共|[两三四五]项/.test(total.near)
  const own = parts.filter(({ sentence }) => sentence === total.sentence).length
  return question(total, parts, (list) => {
    if (list.length === own && strong) return 'stated'
    return list.length <= own && strong ? 'likely' : 'possible'
  })
}

/** A number followed by a list without any word that says so: 三所高中一所…一所…, or a list in the next clause. */
function unmarked({ levels, depths }: Levels, total: Claim, at: number): Question[] {
  const depth = depths.get(total) ?? 0
  const rest = levels.slice(at + 1, at + 1 + MOST_PARTS)
  const head = rest.find((claim) => isLike(claim, total))
  if (head === undefined || head.sentence > total.sentence + 1) return []
  const parts = rest.filter(
    (claim) => claim.sentence <= total.sentence + 1 && isLike(claim, total) && (depths.get(claim) ?? 0) === depth,
  )
  return question(total, parts, (list) => {
    const kinship = familyOf(
      list.map(({ near }) => near),
      wordsAt(total),
    )
    const sure = kinship === 'all' && /共|总|全/.test(total.near) && isOneList(list)
    return sure ? 'likely' : 'possible'
  })
}

/** Every beginning of a list of parts may be the whole list: text goes on without saying that a list is over. */
function question(total: Claim, parts: readonly Claim[], tieOf: (parts: readonly Claim[]) => Tie): Question[] {
  const readings: Relation[] = []
  const natural = naturalEnd(parts)
  for (let count = parts.length; count >= 2; count -= 1) {
    const list = parts.slice(0, count)
    const tie = tieOf(list)
    readings.push(sumOf(total, list, count === natural ? tie : tie === 'possible' ? tie : lower(tie)))
  }
  return readings.length === 0 ? [] : [{ readings }]
}

const lower = (tie: Tie): Tie => (tie === 'likely' ? 'possible' : 'likely')

/** Where a list most probably ends: before the first item that a longer text separates. */
function naturalEnd(parts: readonly Claim[]): number {
  const stop = parts.findIndex(
    ({ before }, at) => at > 0 && (before.length > 22 || /其中|另|此外|同时|^[。]/.test(before)),
  )
  return stop < 0 ? parts.length : Math.max(2, stop)
}

export const sumOf = (total: Claim, parts: readonly Claim[], tie: Tie): Relation => ({
  kind: 'sum',
  tie,
  target: total,
  inputs: parts.toSorted((a, b) => a.id - b.id),
  compute: totalOf,
  words: (shown) => shown.join(' + '),
})
