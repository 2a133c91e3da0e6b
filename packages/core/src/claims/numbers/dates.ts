import type { Span } from '../read/report-text.ts'

/** A year, term or relative year that is mentioned; numbers after it belong to it. */
export interface PeriodMention extends Span {
  /** `2023`, `2022-2023` of a school year, `previous`, `current`; `masked` for 201*年. */
  readonly period: string
}

export interface DateReading {
  readonly periods: readonly PeriodMention[]
  /** Stretches whose digits are no quantities: dates, ordinals, document numbers, ages, clause numbers. */
  readonly skipped: readonly Span[]
}

const CHINESE_YEAR = '[零〇○一二三四五六七八九]{4}'

const PERIODS: readonly (readonly [RegExp, (found: RegExpMatchArray) => string | undefined])[] = [
  [/((?:19|20)\d\d)[-—~至]((?:19|20)\d\d)学年/g, ([, from, to]) => `${from}-${to}`],
  [/((?:19|20)\d\d)年?[-—~至到]((?:19|20)\d\d)年?/g, () => undefined],
  [/((?:19|20)\d\d)(?:年度?|学年度?)/g, ([, year]) => year],
  [/(?<![\d.,])((?:19|20)\d\d)(?=、(?:19|20)\d\d年)/g, ([, year]) => year],
  [/(?:19|20)\d{0,2}[*xX×□○]{1,2}\d?年?|[*xX×]{2,4}年/g, () => 'masked'],
  [new RegExp(`${CHINESE_YEAR}年`, 'g'), ([text = '']) => arabicYear(text)],
  [/上年度?|上一年度?|去年|上学年|上年同期|前一年/g, () => 'previous'],
  [/今年|本年度?|当年|本学年|年内|全年/g, () => 'current'],
]

const SKIPPED: readonly RegExp[] = [
  /(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?![\d万亿元人名所个平㎡亩公册台套%倍余多])/g,
  /(?:\d{1,2}|[*xX×]{1,2})月(?:份|底|初|末|中旬|上旬|下旬)?(?:(?:至|到|[-—~])?\d{1,2}[日号])?(?:[-—~至](?:\d{1,2}月)?\d{1,2}[日号])?/g,
  /\d{1,2}[日号](?!楼)/g,
  /\d{1,2}(?:[-—~至]\d{1,2})?(?:周?岁|周(?!年)|分钟|学期|级(?!教师|职称))/g,
  /(?<!\d|(?:按|计|全年|一年|每年|供餐|供应|学年)(?:按|共|供餐|约)?)\d{1,3}(?:天|个月)/g,
  /\d{1,3}(?:周年|年级|年制|年(?![级度]))/g,
  /第[\d一二三四五六七八九十百零]+(?:[-—~、至](?:第)?[\d一二三四五六七八九十]+)?(?:章|条|款|项|名|届|次|期|批|轮|位|所|个|类|季度|号|学期|部分|阶段|中学|小学|幼儿园|课堂)?/g,
  /[[(][\d*xX]{4}[\])]\s?(?:第)?\d+号?|(?:19|20)\d\d[年]?第?\d{1,4}号|\d+号(?:文|令|文件)?/g,
  /(?<=\()\d{2,3}(?=[类款项]\))/g,
  /满分(?:为|是|:)?\d+(?:\.\d+)?分/g,
  /(?:电话|手机|传真|邮编|热线|QQ|账号|代码|编号|证号|邮箱)[^,。;]{0,8}?\d[\d-]{4,}/g,
  /(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|12345)(?!\d)/g,
  /[A-Za-z][A-Za-z/_-]*\d+(?:[.-]\d+)*|(?<![\d.])\d+[A-Za-z]{2,}(?![²2])/g,
  /(?<!\d|比(?:例)?(?:约|为|达到?|是|:)*)\d{1,2}:\d{2}(?!\d|:)(?=[-—~至,。]|时|分|开|结)/g,
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.、)](?!\d)|[(]\d{1,2}[)]|\d{1,2}(?:\.\d{1,2}){1,3}(?=[\u4e00-\u9fff]))/g,
  /(?<=[。;:,])\(?\d{1,2}[.、)](?=[\u4e00-\u9fff])/g,
  /[(]\d{1,2}[)](?=[\u4e00-\u9fff])(?!班)|\d{1,2}[)](?=[\u4e00-\u9fff])(?<=[。;]\d{1,2}[)])/g,
  /["“「『《][^"”」』》]{0,40}["”」』》]/g,
  /十[一二三四五]五(?:规划|期间|时期|末)?|[一二两三四五六七八九十]{1,3}是(?=[\u4e00-\u9fff])|一[村乡镇县街校班生师人]一[幼园校策档案课册]|[五德]育并举/g,
  /(?:[一二两三四五六七八九十]|\d)个(?:只增不减|增长|优先|确保|比例|到位|落实|重点|方面|层面|维度|环节|统一|结合|坚持|提高|百分百|文件|办法|一流|满意|最|先行|强化|关键|抓手|聚焦|突出|着力|必须|务必|不|好|专项|阶段|维护)/g,
]

/** Finds which numbers of a plain text are dates, ordinals and the like, and which periods it speaks of. */
export function findDates(text: string): DateReading {
  const periods: PeriodMention[] = []
  const skipped: Span[] = []
  for (const [pattern, read] of PERIODS)
    for (const found of text.matchAll(pattern)) {
      const span = { start: found.index, end: found.index + found[0].length }
      const period = read(found)
      if (isCovered(span, periods)) continue
      if (/\d|[*xX×]|[零〇○一二三四五六七八九]{4}/.test(found[0])) skipped.push(span)
      if (period !== undefined) periods.push({ ...span, period })
    }
  for (const pattern of SKIPPED)
    for (const found of text.matchAll(pattern)) {
      if (holdsQuantity(found[0])) continue
      skipped.push({ start: found.index, end: found.index + found[0].length })
    }
  return { periods: periods.toSorted((a, b) => a.start - b.start), skipped }
}

/** A quotation may hold a quantity in figures; only its words in figures of speech are left out. */
const holdsQuantity = (text: string): boolean =>
  /^["“「『]/.test(text) && /\d{2}/.test(text) && /[%人元所名]/.test(text)

const isCovered = (span: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => span.start < end && span.end > start)

const CHINESE_DIGITS = '零一二三四五六七八九'

function arabicYear(text: string): string {
  return [...text.replace('年', '')].map((one) => ('〇○'.includes(one) ? 0 : CHINESE_DIGITS.indexOf(one))).join('')
}
