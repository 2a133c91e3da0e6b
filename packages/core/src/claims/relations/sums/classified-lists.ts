import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** How many like numbers before a list may be its total, and how many paragraphs back. */
const FAR = 24
const FAR_PASSAGES = 4
const LEAST_ITEMS = 3
/** The number of the item that a list may be: 一是, (二), 三、. */
const NUMBERED = '^(?:\\(?[一二三四五六七八九十]+[)、是])?另?'
/** What all there is may be told by, where no other word says that it is: 分学段, 按资金来源. */
const KINDS_BY =
  '(?:学段|学龄段|年级|学科|性别|年龄|学历|职称|地域|区域|城乡|单位|性质|类型|类别|级次|层级|科目|资金来源|来源|用途|方向|项目|批次|季度|年度|月份)'
/** 分学段看, 按资金来源分, 从经济科目看; 分学段, 按级次: all there is, told by its kinds. 从今年开始 and 按照要求 tell no kinds. */
const BY_KIND = new RegExp(
  `${NUMBERED}(?:(?:从|按照?|分)(?!别)[^,;:。\\d]{1,10}?(?:看|分|分类|划分|统计|排列)|(?:按照?|分)${KINDS_BY}(?:是|为)?)[,:]$`,
)
/** How far the shares of all kinds may miss 100 per cent together. */
const SLACK = rational.fromPair(6n, 10n)

/**
 * 支出101480万元。…分学段看，学前8742万元，同比增长9.5%；小学43126万元，…: kinds that leave nothing out, by how the list begins or by
 * shares that make up 100 per cent, are all of a number told before.
 */
export function classifiedLists(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const earlier = passages.slice(Math.max(0, order - FAR_PASSAGES), order).flatMap(({ claims }) => claims)
    return passage.sentences.flatMap((_, sentence) => {
      const own = passage.claims.filter((one) => one.sentence === sentence)
      const list = listOf(own)
      const [first] = list
      if (first === undefined) return []
      const told = [...earlier, ...passage.claims.filter((one) => one.sentence < sentence)]
      const wholes = told.filter((one) => isCount(one) && isLike(one, first)).slice(-FAR)
      const readings = wholes.filter((whole) => isNearSum(whole, list)).map((whole) => sumOf(whole, list, 'probable'))
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

/** The items of a sentence that tells all kinds; none where it does not. */
function listOf(own: readonly Claim[]): readonly Claim[] {
  const [first] = own.filter(isCount)
  if (first === undefined || own[0] !== first) return []
  const list = own.filter((one) => isCount(one) && isLike(one, first))
  if (list.length < LEAST_ITEMS || list.slice(1).some(({ before }) => /其中|合计|共计|总计|[(]/.test(before))) return []
  const isByKind = BY_KIND.test(/^[^,:]*[,:]/.exec(first.before)?.[0] ?? '')
  return isByKind || isShared(list, own) ? list : []
}

/** Every item is followed by its share, and the shares make up all. */
function isShared(list: readonly Claim[], own: readonly Claim[]): boolean {
  const shares = list.map((item) => own[own.indexOf(item) + 1])
  const all = shares.flatMap((one) =>
    one?.role === 'share' && /^[,(]?占(?:比)?(?:为|达)?$/.test(one.before) ? [one] : [],
  )
  if (all.length < list.length) return false
  const sum = all.reduce((total, { value }) => rational.add(total, value), rational.ZERO)
  const gap = rational.sub(sum, rational.HUNDRED)
  return rational.compare(gap, SLACK) <= 0 && rational.compare(gap, rational.sub(rational.ZERO, SLACK)) >= 0
}

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension !== 'percent'
