import { findDates, type PeriodMention } from '../numbers/dates.ts'
import { findNumbers } from '../numbers/find-numbers.ts'
import type { NumberToken } from '../numbers/number-token.ts'
import { unitOf } from '../numbers/units.ts'
import { statedValue } from '../numbers/value-range.ts'
import type { Span } from '../read/report-text.ts'
import type { Claim, HiddenNumber } from './claim.ts'
import { quantityWords } from './quantity-words.ts'
import { isOfEach, kindOf, roleOf } from './roles.ts'
import { spreadNames } from './spread-names.ts'

/** A paragraph read as claims, in their order. */
export interface Passage {
  readonly index: number
  readonly text: string
  readonly sentences: readonly Span[]
  readonly claims: readonly Claim[]
  readonly hidden: readonly HiddenNumber[]
  readonly periods: readonly PeriodMention[]
}

/** Reads the claims of one plain paragraph; their ids begin at `firstId`. */
export function findClaims(text: string, index: number, firstId: number): Passage {
  const sentences = sentencesOf(text)
  const dates = findDates(text)
  // A bracket is told in one breath, whatever parts its items.
  const breaks = [...text.matchAll(/[。！？!?]|;(?!(?<=\([^()]*;)[^()]*\))/g)].map((found) => found.index)
  const tokens = findNumbers(text, dates.skipped).filter((token) => isQuantity(token, text))
  const claims: Claim[] = []
  const hidden: HiddenNumber[] = []
  for (const [at, token] of tokens.entries()) {
    const sentence = sentences.findIndex(({ end }) => token.start < end)
    if (token.masked) {
      hidden.push({ token, passage: index, sentence })
      continue
    }
    const words = wordsAround(text, tokens, at, sentences[sentence] ?? { start: 0, end: text.length })
    const { role: said, sign } =
      inherited(claims.at(-1), token, words.before) ??
      roleOf(token, bareNear(words), words.after, clauseBefore(text, token.start))
    const topic = text.slice(sentences[sentence]?.start ?? 0, token.start)
    const isStanding = token.unit.dimension === 'percent' && STANDS.test(words.after)
    const plain = isStanding && said === 'plan' ? 'share' : plainRole(token, said, words.near, topic)
    const former =
      (plain === 'level' || plain === 'share') && isFormer(claims.at(-1), sentence, words.near) ? 'base' : plain
    const role = !isStanding && isGoal(token, former, topic) ? 'line' : former
    const read = readToken(token, role, words.near, isAveraged(text, token))
    const stated = statedValue(read)
    if (stated === undefined) continue
    claims.push({
      ...stated,
      id: firstId + claims.length,
      token: read,
      passage: index,
      sentence,
      segment: breaks.filter((at) => at < token.start).length,
      role,
      sign,
      quantity: quantityWords(words.near, words.after, words.before),
      kind: kindOf(token, words.near, words.after),
      period: periodAt(dates.periods, token.start, sentences[sentence]?.start ?? 0),
      ...words,
    })
  }
  return { index, text, sentences, claims: spreadNames(claims), hidden, periods: dates.periods }
}

/** 比2024年增加6个，2024年为52个: what there was, told after by how much it changed. */
const isFormer = (last: Claim | undefined, sentence: number, near: string): boolean =>
  last !== undefined &&
  last.sentence === sentence &&
  ['change', 'rate', 'points'].includes(last.role) &&
  /^\(?(?:(?:19|20)\d\d年|上年)(?:底|末|同期)?(?:(?:[^,;。\d比较增减]|占比){0,6}|为|是|有)$/.test(near)

/** 力争普惠率、巩固率分别达到88%、97%以上: rates hoped for, all that the sentence tells after the word. */
const isGoal = ({ unit }: NumberToken, role: Claim['role'], topic: string): boolean =>
  unit.dimension === 'percent' &&
  (role === 'share' || role === 'level' || role === 'plan') &&
  (/(?:^|[,;:、])[^,;:。\d]{0,8}(?:力争|争取(?![到了]|上级|中央|省|市|资金|项目|专项|各[方级]|社会))/.test(topic) ||
    /^(?:今后|下一步|明年|计划(?:到|在|用)|到20\d\d年(?:底|末)?,?[^,;。]{0,6}(?:要|确保|实现))/.test(topic))

/** 力争在现有68.21%的基础上再提升, 确保达标率97.12%经得起检验: what there is already, though more is hoped for. */
const STANDS = /^的?(?:基础上|经得起)/

/** What words right before a number say of it, unless the number or the beginning of the sentence, `topic`, tell otherwise. */
function plainRole(token: NumberToken, said: Claim['role'], near: string, topic: string): Claim['role'] {
  if (said === 'each' && (isWholeSum(token, near) || isDaily(token, near))) return 'level'
  return said === 'level' && isOfEach(topic) ? 'each' : said
}

/** 拨付生均公用经费193.45万元: so much is paid to a school, and not for a pupil. */
const isWholeSum = ({ unit, unitText, per, literal }: NumberToken, near: string): boolean =>
  /生均/.test(near) &&
  unit.dimension === 'money' &&
  per === undefined &&
  /^[万亿]/.test(unitText) &&
  Number(literal) >= MOST_EACH

/** 每日乘车学生3235人: how many there are every day, and not to each. */
const isDaily = ({ unit, per, literal }: NumberToken, near: string): boolean =>
  unit.dimension === 'person' &&
  per === undefined &&
  !literal.includes('.') &&
  /每[日天]/.test(near) &&
  !/均|每[生人名]/.test(near)

/** More than any average of a pupil or teacher in 万元. */
const MOST_EACH = 40

/** 以7058名幼儿平均,每人1875元: that it is an average is said right before. */
const isAveraged = (text: string, { start }: NumberToken): boolean =>
  /平均[,，]?每[人名生校班园][\u4e00-\u9fff]{0,4}$/.test(text.slice(Math.max(0, start - 16), start))

/** Averages are rounded; posts (编制) are counted like people. */
function readToken(token: NumberToken, role: Claim['role'], near: string, isAveraged: boolean): NumberToken {
  const unit = token.unit.word === '个' && /编制?(?:总数|数|总量)?$/.test(near) ? unitOf('名') : undefined
  const counted = unit === undefined ? token : { ...token, unit }
  const isMean = isAveraged || /均/.test(near)
  const isPaid = token.unit.dimension === 'money' && (!isMean || /补助|标准|资助|补贴|奖励/.test(near))
  const isYearly = role === 'level' && /年均/.test(near)
  return (role === 'each' && !isPaid) || isYearly ? { ...counted, rounded: true } : counted
}

/** Where the sentences of a plain paragraph are. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const found of text.matchAll(/[。！？!?]+["”』）)]*|\n/g)) {
    const end = found.index + found[0].length
    sentences.push({ start, end })
    start = end
  }
  if (start < text.length) sentences.push({ start, end: text.length })
  return sentences
}

/** A bare number says something only where words call it a number of something. */
function isQuantity(token: NumberToken, text: string): boolean {
  if (token.unit.word === '座' && isSize(token, text)) return false
  if (token.literal.includes('.') && /(?:系数|指数)[^。;]{0,24}$/.test(text.slice(0, token.start))) return true
  if (token.unit.word !== '' || token.masked || token.unit.dimension === 'ratio') return true
  const before = text.slice(Math.max(0, token.start - 8), token.start)
  return (
    /(?:数|系数|比|值|率|人次|总数|指数)(?:分别)?(?:约|达到|达|为|是|有|共|:|仅|由|从|在)*$/.test(before) ||
    token.unitText !== ''
  )
}

/** 38座以上, 20至37座: how large a bus is. */
const isSize = ({ start, digits }: NumberToken, text: string): boolean =>
  /^座?(?:及?以[上下内]|[至~—-]\d|校车|客车)/.test(text.slice(digits.end)) || /\d座?[至~—-]$/.test(text.slice(0, start))

/** 增加40元和60元: the second number says what the first one says. */
function inherited(
  last: Claim | undefined,
  token: NumberToken,
  between: string,
): Pick<Claim, 'role' | 'sign'> | undefined {
  // 缩小1620个，幅度达76.1%.
  if (
    last?.role === 'change' &&
    token.unit.dimension === 'percent' &&
    /^,(?:[增降减升涨]幅|幅度|比例)(?:达到?|为|约)*$/.test(between)
  )
    return { role: 'rate', sign: /[降减]幅/.test(between) ? -1 : last.sign }
  // 小学生均用房4.96平方米、初中6.16平方米.
  if (last?.role === 'each' && last.token.unitText === token.unitText && /^[、和与](?:小学|初中|高中)$/.test(between))
    return { role: 'each', sign: 1 }
  if (last === undefined || last.role === 'level' || !/^(?:、|和|与|及|以及|,)$/.test(between)) return undefined
  return last.token.unitText === token.unitText ? { role: last.role, sign: last.sign } : undefined
}

/** 与2010年(普查数据，下同)的133972万人相比: what a bracket adds parts no words. */
function bareNear({ before, near }: Words): string {
  const bare = before.replace(/\([^()]*[,;:][^()]*\)/g, '')
  return bare === before ? near : (/[^,;。:\t]*$/.exec(bare)?.[0] ?? near)
}

const clauseBefore = (text: string, at: number): string =>
  /[^,;。]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? ''

interface Words {
  readonly before: string
  readonly near: string
  readonly after: string
}

function wordsAround(text: string, tokens: readonly NumberToken[], at: number, sentence: Span): Words {
  const token = tokens[at]
  const previous = tokens[at - 1]
  const next = tokens[at + 1]
  const from = Math.max(sentence.start, previous?.end ?? 0)
  const to = Math.min(sentence.end, next?.start ?? text.length)
  const before = text.slice(from, token?.start ?? from)
  return {
    before,
    near: /[^,;。:\t]*$/.exec(before)?.[0] ?? '',
    after: text.slice(token?.end ?? to, to),
  }
}

/** The period that was named last before the number, in its sentence or, failing that, anywhere before. */
function periodAt(periods: readonly PeriodMention[], at: number, sentenceStart: number): string | undefined {
  const before = periods.filter(({ start }) => start < at)
  const own = before.findLast(({ start, period }) => start >= sentenceStart && period !== 'previous')
  return (own ?? before.findLast(({ period }) => /\d/.test(period)))?.period
}
