import { anchorsOf } from '../../extract/anchors.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import {
  gapBefore,
  isRowOfLikes,
  labelOf,
  MOST_PARTS,
  partsFrom,
  readingsOfList,
  withoutInner,
} from '../made/list-parts.ts'
import { isNearSum, mayHold } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation, Tie } from '../relation.ts'
import { familyOf } from './families.ts'

const OPENS = /其中|^中[,:]|包括|包含|分别|即|组成|分为|构成|分成|:|\([^)]*$|有$|涵盖|含|用于|投向|投入到|分布在/
const EXHAUSTS = /分别|即|组成|分为|构成|分成|由/
const CLOSES =
  /合计|总计|共计|累计|总共|两项|三项|四项|以上各项|各项|共(?!同)|总收入|总支出|^[,、]?计$|^[,、;]?(?:仍然?|还|也|正好|恰好|刚好)[为是]$|^[,;。]?全学?年$|总投资|总额|总数|总量|^[两三四五六](?:期|批|轮|级|类|个学段|个年级)[\u4e00-\u9fff]{0,6}$/
/** Totals with the parts that follow them (其中…) or stand before them (…合计). */
export function sumQuestions(passage: Passage): readonly Question[] {
  const levels = passage.claims.filter(isPart)
  const depths = new Map(levels.map((claim) => [claim, depthAt(passage, claim)]))
  const list = { levels, depths, anchors: anchorsOf(passage.claims) }
  return [
    ...levels.flatMap((first, at) => (OPENS.test(first.before) ? opened(list, first, at) : [])),
    ...levels.flatMap((total, at) => (isClosing(total, at, levels) ? closed(list, total, at) : [])),
    ...levels.flatMap((first, at) => namedBefore(list, first, at)),
    ...levels.flatMap((total, at) => (OPENS.test(levels[at + 1]?.before ?? '') ? [] : unmarked(list, total, at))),
  ]
}

interface Levels {
  readonly levels: readonly Claim[]
  readonly depths: ReadonlyMap<Claim, number>
  readonly anchors: ReadonlyMap<Claim, Claim>
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

/** `first` opens a list: the total is the nearest like number before, or one further back. */
function opened({ levels, depths, anchors }: Levels, first: Claim, at: number): Question[] {
  const depth = depths.get(first) ?? 0
  const starts = [at]
  const next = levels[at + 1]
  // 其中小学52所、30123人: the first number of each kind opens the list of its own kind.
  if (next !== undefined && next.sentence === first.sentence && !isLike(first, next)) starts.push(at + 1)
  return starts.flatMap((start) => {
    const head = levels[start]
    if (head === undefined) return []
    const totals = levels
      .slice(Math.max(0, at - 8), at)
      .filter((claim) => isLike(claim, head) && (depths.get(claim) ?? 0) <= depth)
      .toReversed()
    const near = totals.findIndex((claim) => isWithin(claim, first))
    const nearest = totals[near]
    // 39所，其中新建11所、改建28所，其中竣工13所…: the second list is of all, too.
    const outer = nearest && anchors.get(nearest)
    const parts = partsFrom(levels.slice(start, start + MOST_PARTS), head, depths)
    // 初中三个年级分别有…人，初中生共计2104人: such a list is of the number that closes it.
    if (parts.some((one, order) => order >= 2 && one.segment === first.segment && STRONG.test(one.near))) return []
    return totals.slice(0, 3).flatMap((total, rank) => {
      const isSure = EXHAUSTS.test(first.before) || /:/.test(first.before)
      const tieOf = (list: readonly Claim[]): Tie => {
        if (rank === near || total === outer) return tieOfOpened(first, total, list, levels)
        // A list that hardly is one of the nearest total is none of a farther one.
        const isList = nearest === undefined || tieOfOpened(first, nearest, list, levels) !== 'possible'
        return isSure && isList ? 'likely' : 'possible'
      }
      return readingsOfList(parts).flatMap((list) => question(total, list, tieOf))
    })
  })
}

/** Words before and right after a number. */
const wordsAt = ({ near, after }: Claim): string => near + (/^[^,;:()]*/.exec(after)?.[0] ?? '')

const isWithin = (total: Claim, first: Claim): boolean =>
  total.sentence === first.sentence ||
  (total.sentence === first.sentence - 1 &&
    (/^[\s"]*(?:其中|分别|包括|具体)/.test(first.before) || countSaid(first) !== undefined))

function tieOfOpened(first: Claim, total: Claim, parts: readonly Claim[], levels: readonly Claim[]): Tie {
  if (!isOneList(parts) || isDueAndDone(parts)) return 'possible'
  // 高中421人，其中县一中96人；中职259人；其余18人: the next stretch is beside the total, not of it.
  const isOpened = /:$/.test(first.before.slice(0, first.before.lastIndexOf(':') + 1))
  if (!isOpened && total.segment === first.segment && parts.some(({ segment }) => segment !== first.segment))
    return 'possible'
  // 支出分别为甲、乙、丙，其中拨款分别为…: one list beside another.
  if (/分别/.test(first.before) && /^[、和与]/.test(total.before)) return 'possible'
  if (EXHAUSTS.test(first.before) || countSaid(first) === parts.length) return 'stated'
  const kinship = familyOf(
    parts.map((part) => labelOf(levels, part)),
    wordsAt(total),
  )
  if (kinship === 'all') return 'stated'
  if (/其中|含|包括|用于|投向|投入到|分布在|^中/.test(first.before)) return isParallel(parts) ? 'probable' : 'likely'
  return /[:(]/.test(first.before) && parts.length > 1 ? 'stated' : 'likely'
}

/** 甲表应报9份、实报6份: what is due and what was done of it are no two parts. */
const isDueAndDone = (parts: readonly Claim[]): boolean =>
  parts.some(({ near }) => /应[报到收交缴参查改有]/.test(near)) &&
  parts.some(({ near }) => /实[报到收交缴参查际有]|已/.test(near))

/** Three or more short items of one form: a list that was made to be whole. */
function isParallel(parts: readonly Claim[]): boolean {
  if (parts.length < 3 || parts.some(({ near }) => /以上|以下|骨干|留守|残疾|寄宿|贫困|困难|党员/.test(near)))
    return false
  return parts.every(
    ({ quantity, near }) => (near.includes('(') ? near.slice(near.lastIndexOf('(')) : quantity).length <= 14,
  )
}

/** 三个用途:, 分三批: so many items are announced. */
const countSaid = ({ before }: Claim): number | undefined => {
  const said = /([两三四五六七八])(?:个|项|类|种|方面|部分|批|块|大块)[^,;。:]{0,8}:[^:]*$/.exec(before)?.[1]
  return said === undefined ? undefined : COUNTS.indexOf(said) + 2
}

/** Items follow one another with little between them. */
function isOneList(parts: readonly Claim[]): boolean {
  return parts.slice(1).every((part) => gapBefore(part) <= 22 && !/其中|另|此外|同时|招聘|占|比上年/.test(part.before))
}

/** `total` closes a list: the like numbers right before it, in its sentence or in the ones before. */
function closed({ levels, depths }: Levels, total: Claim, at: number): Question[] {
  const depth = depths.get(total) ?? 0
  const before = levels.slice(Math.max(0, at - MOST_PARTS), at)
  const parts = before.filter((claim) => isLike(claim, total) && (depths.get(claim) ?? 0) === depth).toReversed()
  const strong = STRONG.test(total.near)
  const own = parts.filter(({ sentence }) => sentence === total.sentence).length
  // 上半年…；下半年…。全年累计…: the sentence before is the list.
  // 完小5所、初中1所、幼儿园3所。小学46个班…。学校合计9所: the last sentence that counts such things.
  const last =
    strong && total.kind === 'school' ? Math.max(parts[0]?.sentence ?? -1, total.sentence - 3) : total.sentence - 1
  const former = own > 0 ? 0 : parts.filter(({ sentence }) => sentence === last).length
  const outer = withoutInner(parts.toReversed()).toReversed()
  const items = (SO_MANY.exec(total.near) ?? /([两三四五六])(?:项|期|批|轮|类)/.exec(total.near))?.[1]
  const said = items === undefined ? undefined : COUNTS.indexOf(items) + 2
  return [
    ...question(total, parts.slice(0, said), (list) => {
      if (said !== undefined) return list.length === said ? 'stated' : 'possible'
      if (OF_ITS_OWN.test(total.near)) return 'possible'
      if (list.length === own && strong) return 'stated'
      if (list.length === former) return strong ? 'probable' : 'likely'
      return list.length <= own ? (strong ? 'likely' : list.length === own ? 'probable' : 'likely') : 'possible'
    }),
    ...(outer.length < parts.length
      ? question(total, outer.slice(0, said), (list) =>
          list.length === said ? 'stated' : list.length <= own ? 'likely' : 'possible',
        )
      : []),
  ]
}

/** 这四个专业便有2413人. */
const SO_MANY = /(?:[这此]|上述|以上)([两三四五六七八])(?:个|项|类|所|地|家|镇|村|校|年|块|者|种|部分|方面)/

/** 两项共: of so many items. */
const COUNTS = '两三四五六七八'

/** 经查属实和部分属实的共13个: the word counts what it names itself, not what stands before. */
const OF_ITS_OWN = /[^,;。]{3,}的共计?$/

const STRONG =
  /^[,、;]?(?:仍然?|还|也|正好|恰好|刚好)[为是]$|^[,、;]*(?:全年|全学年|以上|上述|总|合)?(?:共|计|总数|总额|总人数|累计|全部)(?:为|达|有)?$|合计|总计|共计|总共|总收入(?:为)?$|总支出(?:为)?$|[两三四五六]项|[两三四五六](?:年|学期|类|所|校|村|镇|批|期|级)[^,]{0,4}(?:累计|共|合)/

/** 全年共资助7840人次，发放资金498.5万元: the word that closes the list holds for both. */
function isClosing(total: Claim, at: number, levels: readonly Claim[]): boolean {
  if (CLOSES.test(total.near) || SO_MANY.test(total.near)) return true
  return levels
    .slice(Math.max(0, at - 2), at)
    .some((one) => one.segment === total.segment && CLOSES.test(one.near) && !isLike(one, total))
}

/** 专任教师中，男教师…、女教师…: the whole was counted before and is named again. */
function namedBefore({ levels, depths }: Levels, first: Claim, at: number): Question[] {
  const name = /([^,;。、]{2,12})(?<!其)[中里],[^,;]*$/.exec(first.before)?.[1]
  if (name === undefined) return []
  const last = levels[at - 1]
  // 20所公办园中，8所…: the whole is the number right before.
  const isRight = last !== undefined && last.sentence === first.sentence && last.after === first.before
  const total = levels
    .slice(Math.max(0, at - 8), at)
    .findLast(
      (one) =>
        isLike(one, first) &&
        ((isRight && one === last) || one.quantity.endsWith(name.slice(-4)) || name.endsWith(one.quantity.slice(-4))),
    )
  if (total === undefined) return []
  const parts = partsFrom(levels.slice(at, at + MOST_PARTS), first, depths)
  return question(total, parts, (list) => {
    const kinship = familyOf(
      list.map(({ near }) => near),
      wordsAt(total),
    )
    return kinship === 'all' ? 'stated' : isParallel(list) ? 'probable' : 'likely'
  })
}

/** A number followed by a list without any word that says so: 三所高中一所…一所…, or a list in the next clause. */
function unmarked({ levels, depths }: Levels, total: Claim, at: number): Question[] {
  const depth = depths.get(total) ?? 0
  const rest = levels.slice(at + 1, at + 1 + MOST_PARTS)
  const head = rest.find((claim) => isLike(claim, total))
  // 最多的是食堂，9个，其次是补课，5个: the first is an item as well.
  if (head === undefined || head.sentence > total.sentence + 1 || /其次/.test(head.before)) return []
  const parts = rest.filter(
    (claim) => claim.sentence <= total.sentence + 1 && isLike(claim, total) && (depths.get(claim) ?? 0) === depth,
  )
  const isOneOfMany = isItem(levels, at)
  const own = isOneOfMany ? parts.filter(({ sentence }) => sentence === total.sentence) : parts
  return question(total, own, (list) => {
    const kinship = familyOf(
      list.map(({ near }) => near),
      wordsAt(total),
    )
    if (isRowOfLikes(list)) return 'possible'
    if (list.every(({ segment }) => segment === total.segment) && isRest(total, list)) return 'probable'
    const isOne =
      list.every(({ sentence }) => sentence === total.sentence) &&
      isOneList(list) &&
      !isOneOfMany &&
      !isTornOff(total, list)
    if (isOne && (kinship === 'all' || areKindsOf(list, total))) return 'probable'
    // 教学班671个，小学418个、平均班额43.9人，初中253个: items of one family, right in the stretch of their whole.
    return kinship !== 'none' && list.every(({ segment }) => segment === total.segment) && !isOneOfMany
      ? 'likely'
      : 'possible'
  })
}

/** 教育集团9个，小学教育集团5个，初中教育集团4个: the parts bear the name of the whole. */
function areKindsOf(list: readonly Claim[], total: Claim): boolean {
  const name = total.quantity.slice(-LEAST_NAME)
  return name.length === LEAST_NAME && list.every(({ quantity }) => quantity.endsWith(name) && quantity !== name)
}

const LEAST_NAME = 3

/** 汨水县9个，完工4个；余下的8个都在金盆县: what follows the semicolon is not of the number before it, though the first is. */
const isTornOff = ({ segment }: Claim, list: readonly Claim[]): boolean =>
  list[0]?.segment === segment && list.some((one) => one.segment !== segment)

/** 高校…、中职…、学前…、其他…: an item of a list is not the whole of those that follow it. */
function isItem(levels: readonly Claim[], at: number): boolean {
  const [total, before] = [levels[at], levels[at - 1]]
  if (total === undefined || before === undefined || before.segment !== total.segment) return false
  return isLike(before, total) && gapBefore(total) <= 14 && !/共|总|合计/.test(total.near)
}

/** 原有…，已拆除…，剩余…, or items that end in the same words: 当场整改…，限期整改…. */
function isRest(total: Claim, list: readonly Claim[]): boolean {
  const last = list.at(-1)
  // 开工42个，完工35个，在建7个，未开工3个: what comes before is whole already.
  if (last === undefined || (list.length > 2 && mayHold(total, list.slice(0, -1)))) return false
  if (list.some((claim, at) => claim.id !== total.id + at + 1)) return false
  if (/剩余|尚余|还剩|尚有|(?<!另外?|此外)还有|未|其余|结余|结转|余/.test(last.near)) return true
  const ending = last.quantity.slice(-2)
  return (
    ending.length === 2 && list.every(({ quantity }) => quantity.endsWith(ending)) && !total.quantity.endsWith(ending)
  )
}

/** Every beginning of a list of parts may be the whole list: text goes on without saying that a list is over. */
function question(total: Claim, parts: readonly Claim[], tieOf: (parts: readonly Claim[]) => Tie): Question[] {
  const readings: Relation[] = []
  const ends = naturalEnds(parts)
  for (let count = parts.length; count >= 2; count -= 1) {
    const list = parts.slice(0, count)
    const isEnd = ends.includes(count)
    // A list that ends where none would is only told when it adds up, or nearly does.
    if (!isEnd && !isNearSum(total, list)) continue
    const tie = tieOf(list)
    readings.push(sumOf(total, list, isEnd || tie === 'possible' ? tie : lower(tie, parts.length - count)))
  }
  return readings.length === 0 ? [] : [{ readings }]
}

/** One item at the end may stand beside the list, more hardly. */
const lower = (tie: Tie, left: number): Tie =>
  tie === 'stated' || (tie === 'probable' && left === 1) ? 'likely' : 'possible'

/** Where a list most probably ends: before the first item that a longer text or a semicolon separates. */
function naturalEnds(parts: readonly Claim[]): readonly number[] {
  const [first] = parts
  const ends = [
    parts.findIndex((part, at) => at > 0 && (gapBefore(part) > 22 || /其中|另|此外|同时|^[。]/.test(part.before))),
    parts.findIndex(({ segment }) => segment !== first?.segment),
    // 县级甲、镇级乙、捐助丙，到位率丁%，缺口戊: what else is told ends a list, too.
    parts.findIndex((part, at) => part.id - (parts[at - 1]?.id ?? part.id) > 1),
  ]
  const last = ends.at(-1) ?? -1
  const found = ends.filter((end) => end >= 2)
  // What else stands before an item says that it is none of them; a semicolon may stand within the list.
  return last >= 2 || found.length === ends.length ? found : [...found, parts.length]
}
