import { type Rational, rational } from '../formula/index.ts'
import { scaleDecimal } from './decimal-text.ts'

/** What a unit measures, and how many base units of that dimension one of it is. */
interface UnitRate {
  readonly dimension: string
  readonly base: Rational
}

const rate = (dimension: string, numerator = 1, denominator = 1): UnitRate => ({
  dimension,
  base: rational.fromPair(BigInt(numerator), BigInt(denominator)),
})

const RATES: ReadonlyMap<string, UnitRate> = new Map([
  ['元', rate('money')],
  ['平方米', rate('area')],
  ['亩', rate('area', 2000, 3)],
  ['公顷', rate('area', 10_000)],
  ['平方公里', rate('area', 1_000_000)],
  ['米', rate('length')],
  ['公里', rate('length', 1000)],
  ['人', rate('people')],
  ['册', rate('books')],
  ['台', rate('sets')],
  ['间', rate('rooms')],
  ['班', rate('classes')],
  ['所', rate('schools')],
  ['处', rate('places')],
  ['项', rate('items')],
  ['次', rate('times')],
  ['份', rate('copies')],
  ['辆', rate('vehicles')],
  ['学时', rate('hours')],
  ['年', rate('years')],
  ['%', rate('share', 1, 100)],
  ['‰', rate('share', 1, 1000)],
])

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['m2', '平方米'],
  ['㎡', '平方米'],
  ['m²', '平方米'],
  ['平米', '平方米'],
  ['平方', '平方米'],
  ['ha', '公顷'],
  ['km2', '平方公里'],
  ['m', '米'],
  ['km', '公里'],
  ['名', '人'],
  ['位', '人'],
  ['人数', '人'],
  ['本', '册'],
  ['套', '台'],
  ['台套', '台'],
  ['个班', '班'],
  ['课时', '学时'],
  ['人民币元', '元'],
  ['万', '万元'],
  ['百分比', '%'],
  ['百分数', '%'],
  // A word for counting that measures nothing of its own: known, but never converted.
  ['个', '个'],
])

/** Words that make a unit so many times larger: 千册, 万元, 亿元. */
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['十万', 100_000],
  ['百万', 1_000_000],
  ['千万', 10_000_000],
  ['亿', 100_000_000],
])
const MULTIPLE = /^([十百千]?万|[十百千亿])(.+)$/

/** The canonical name of a unit (㎡ → 平方米), or undefined when the text is no unit known here. */
export function findUnit(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：/()（）]/g, '')
    .replace(/^单位/, '')
  const simple = RATES.has(plain) ? plain : ALIASES.get(plain.toLowerCase())
  if (simple !== undefined) return simple
  const [, times = '', rest = ''] = MULTIPLE.exec(plain) ?? []
  const base = RATES.has(rest) ? rest : ALIASES.get(rest.toLowerCase())
  return base !== undefined && RATES.has(base) ? `${times}${base}` : undefined
}

/** Words that look like a unit, known here or not: 千捆, 立方米. */
export function isLikeUnit(text: string): boolean {
  return /^(?:单位[:：].{1,6}|[十百千万亿]+[^数以多余人次分]{1,3}|箱|捆|吨|立方米|卷|件|张|条|栋|幢|座|盘|片|幅|公斤|千克|kg|升|平方尺|平方英尺|公亩|分地|美元|港元|MB|GB|kW)$/i.test(
    text,
  )
}

function findRate(unit: string): UnitRate | undefined {
  const name = findUnit(unit) ?? ''
  const simple = RATES.get(name)
  if (simple !== undefined) return simple
  const [, times = '', rest = ''] = MULTIPLE.exec(name) ?? []
  const base = RATES.get(rest)
  return base && { ...base, base: rational.mul(base.base, rational.fromInteger(MULTIPLES.get(times) ?? 1)) }
}

/** True when both units measure the same thing, so that one converts to the other. */
export function isSameDimension(left: string, right: string): boolean {
  const a = findUnit(left)
  const b = findUnit(right)
  if (a === undefined || b === undefined) return false
  const dimension = findRate(a)?.dimension
  return a === b || (dimension !== undefined && dimension === findRate(b)?.dimension)
}

const COUNTERS: ReadonlySet<string> = new Set('人 个 间 台 班 所 处 项 次 册 份 辆 张 件 条 栋 幢 座'.split(' '))

/** True when two words name the same unit, or are both words for counting single things (个, 间, 人). */
export function isSameUnit(left: string, right: string): boolean {
  const a = findUnit(left) ?? left
  const b = findUnit(right) ?? right
  return a === b || (COUNTERS.has(a) && COUNTERS.has(b))
}

/** Number text in one unit as exact number text in another of the same dimension; undefined when they do not convert. */
export function convertUnit(text: string, from: string, to: string): string | undefined {
  const source = findRate(from)
  const target = findRate(to)
  if (source === undefined || target === undefined || source.dimension !== target.dimension) return undefined
  return scaleDecimal(text, rational.div(source.base, target.base) ?? rational.ONE)
}
