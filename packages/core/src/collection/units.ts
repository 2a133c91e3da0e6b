import { type Rational, rational } from '../formula/index.ts'
import { type ScaledDecimal, scaleDecimal } from './decimal-text.ts'

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
  ['千元', rate('money', 1000)],
  ['万元', rate('money', 10_000)],
  ['百万元', rate('money', 1_000_000)],
  ['亿元', rate('money', 100_000_000)],
  ['平方米', rate('area')],
  ['万平方米', rate('area', 10_000)],
  ['亩', rate('area', 2000, 3)],
  ['公顷', rate('area', 10_000)],
  ['平方公里', rate('area', 1_000_000)],
  ['米', rate('length')],
  ['公里', rate('length', 1000)],
  ['人', rate('people')],
  ['万人', rate('people', 10_000)],
  ['册', rate('books')],
  ['万册', rate('books', 10_000)],
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
  ['万m2', '万平方米'],
  ['万平米', '万平方米'],
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

/** The canonical name of a unit (㎡ → 平方米), or undefined when the text is no unit known here. */
export function findUnit(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：/()（）]/g, '')
    .replace(/^单位/, '')
  if (RATES.has(plain)) return plain
  return ALIASES.get(plain.toLowerCase())
}

/** True when both units measure the same thing, so that one converts to the other. */
export function isSameDimension(left: string, right: string): boolean {
  const a = findUnit(left)
  const b = findUnit(right)
  if (a === undefined || b === undefined) return false
  const dimension = RATES.get(a)?.dimension
  return a === b || (dimension !== undefined && dimension === RATES.get(b)?.dimension)
}

const COUNTERS: ReadonlySet<string> = new Set(['人', '个', '间', '台', '班', '所', '处', '项', '次', '册', '份', '辆'])

/** True when two words name the same unit, or are both words for counting single things (个, 间, 人). */
export function isSameUnit(left: string, right: string): boolean {
  const a = findUnit(left) ?? left
  const b = findUnit(right) ?? right
  return a === b || (COUNTERS.has(a) && COUNTERS.has(b))
}

/** Decimal text in one unit as decimal text in another of the same dimension; undefined when they do not convert. */
export function convertUnit(text: string, from: string, to: string): ScaledDecimal | undefined {
  const source = RATES.get(findUnit(from) ?? '')
  const target = RATES.get(findUnit(to) ?? '')
  if (source === undefined || target === undefined || source.dimension !== target.dimension) return undefined
  return scaleDecimal(text, rational.div(source.base, target.base) ?? rational.ONE)
}
