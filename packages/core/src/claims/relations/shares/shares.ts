import { rational } from '../../../formula/index.ts'
import { anchorsOf } from '../../extract/anchors.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isLevel, shareOf } from '../made/share-of.ts'
import { wholeOf } from '../made/whole-of.ts'
import type { Question, Relation } from '../relation.ts'
import { pairedShares } from './paired-shares.ts'
import { namedWholes } from './share-names.ts'
import { SEVERAL_YEARS, shareTie } from './share-ties.ts'
import { namesPart } from './share-words.ts'

/** Shares of a whole, rates such as 入学率, and lists of shares that make up a whole. */
export function shareQuestions(passage: Passage): readonly Question[] {
  const { claims } = passage
  const anchors = anchorsOf(claims)
  const paired = pairedShares(claims, anchors)
  const settled = new Set(paired.flatMap(({ readings }) => readings.map(({ target }) => target)))
  const own = claims.flatMap((share, at) => {
    if (share.role !== 'share' || settled.has(share) || isOfAll(share, claims[at - 1])) return []
    const before = claims.slice(Math.max(0, at - 12), at)
    const named = namedWholes(claims.slice(0, at), share)
    const all = shareReadings({ share, before, next: claims.slice(at + 1, at + 3), anchors, named })
    const readings = isFull(share) ? all.filter(({ tie }) => tie === 'probable' || tie === 'stated') : all
    return readings.length === 0 ? [] : [{ readings }]
  })
  return [...own, ...paired, ...wholes(claims)]
}

/** 34个项目全部开工，开工率100%: of these very ones, and not of any other number. */
const isOfAll = (share: Claim, last: Claim | undefined): boolean =>
  rational.equals(share.value, rational.HUNDRED) && last !== undefined && /全部|全都|均已?[^,;]{2}/.test(last.after)

/** 学历达标率100%: such rates stand beside any numbers, so only plain words tell what they are of. */
const isFull = ({ value, near }: Claim): boolean => rational.equals(value, rational.HUNDRED) && /率/.test(near)

/** 占教师总数3245人的, 完成年初预算数60999万元的: the whole follows such words. */
const INSIDE = /占|完成|达到?|为|是|相当于/

interface Around {
  readonly share: Claim
  readonly before: readonly Claim[]
  readonly next: readonly Claim[]
  readonly anchors: ReadonlyMap<Claim, Claim>
  /** Wholes that bear the very name that the share gives its whole. */
  readonly named: readonly Claim[]
}

/** Every pair that the share may be of, the most probable first. */
function shareReadings(around: Around): readonly Relation[] {
  const { share, before } = around
  const levels = before.filter((one) => isLevel(one) || isFormer(share, one))
  const own = levels.filter(({ sentence }) => sentence === share.sentence).toReversed()
  const further = own.slice(3).filter((part) => namesPart(share, part))
  const parts = [...own.slice(0, 3), ...further]
  return [
    ...insideReading(share, levels, before.at(-1)),
    ...parts.flatMap((part, rank) => ofPart(around, levels, part, rank)),
  ]
}

/** 占教师总数3245人的60.2%: the whole stands inside the phrase. */
function insideReading(share: Claim, levels: readonly Claim[], whole: Claim | undefined): readonly Relation[] {
  if (whole === undefined || !isLevel(whole) || !INSIDE.test(whole.near)) return []
  if (!/^\)?(?:的|[^,;。]{1,10}的$)/.test(share.before) || SEVERAL_YEARS.test(whole.near)) return []
  const part = levels.findLast((one) => one !== whole && isLike(one, whole))
  if (part === undefined) return []
  return [shareOf(share, part, whole, part.sentence === share.sentence ? 'stated' : 'likely')]
}

/** What the share says where it is of this part: one reading for each whole that may be meant. */
function ofPart({ share, next, anchors, named }: Around, levels: readonly Claim[], part: Claim, rank: number) {
  const alike = levels.filter((one) => one !== part && isLike(one, part))
  const exact = named.filter((one) => one !== part && isLike(one, part))
  const anchor = anchors.get(part) ?? lastTotal(share, part, levels, anchors)
  const after = next.filter((one) => isLevel(one) && one.segment === share.segment)
  const wholes = [...new Set([...levels, ...exact]), ...after].filter(
    (whole) =>
      whole !== part &&
      isLike(whole, part) &&
      !rational.isZero(whole.value) &&
      (exact.length === 0 || exact.includes(whole) || whole === anchor),
  )
  return wholes.map((whole) => {
    const tie = shareTie({
      share,
      part,
      whole,
      rank,
      anchor,
      inSentence: alike.filter(({ sentence }) => sentence === share.sentence).length,
      inStretch: alike.filter(({ segment }) => segment === share.segment).length,
      isGiven: exact.includes(whole),
      between: levels.filter(({ id }) => id > whole.id && id < part.id).length,
    })
    return shareOf(share, part, whole, tie)
  })
}

/** The total of the list before, for a share that names no whole: 本科641名，占73.17%. */
function lastTotal(share: Claim, part: Claim, levels: readonly Claim[], anchors: Around['anchors']): Claim | undefined {
  if (!/占$|占比(?:为|达)?$/.test(share.near)) return undefined
  const total = [...anchors.values()].findLast((one) => one.id < part.id && isLike(one, part))
  // 结对388人，其中…。就业316人，进厂148人，占46.8%: another whole stands between.
  const isOver =
    total !== undefined &&
    levels.some((one) => one.id > total.id && one.id < part.id && isAnother(one, part, total, anchors))
  return isOver ? undefined : total
}

/** No item of the total's own list, and no smaller than the part. */
const isAnother = (one: Claim, part: Claim, total: Claim, anchors: Around['anchors']): boolean =>
  isLike(one, part) && anchors.get(one) !== total && rational.compare(one.value, part.value) > 0

/** 由41个降至9个，消除32个，消除率78%: of what there was. */
const isFormer = (share: Claim, one: Claim): boolean =>
  one.role === 'base' && one.sentence === share.sentence && /[消压化削脱减清][\u4e00-\u9fff]率/.test(share.near)

/** Shares of one list that should make up 100 per cent. */
function wholes(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (first.role !== 'share' || !/占|比例|比重/.test(first.before) || claims[at - 1]?.role === 'share') return []
    const list = claims.filter(
      (claim, order) => order >= at && claim.sentence === first.sentence && claim.role === 'share',
    )
    if (list.length < 2 || list.some(({ near }) => /率/.test(near))) return []
    return [{ readings: [wholeOf(first, list.slice(1), /分别/.test(first.before) ? 'likely' : 'possible', '100%')] }]
  })
}
