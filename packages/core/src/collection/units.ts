/** How a unit relates to the base of its dimension: one unit = numerator ÷ denominator base units. */
interface UnitRate {
  readonly dimension: string
  readonly numerator: bigint
  readonly denominator: bigint
}

const rate = (dimension: string, numerator: bigint, denominator = 1n): UnitRate => ({
  dimension,
  numerator,
  denominator,
})

const RATES: ReadonlyMap<string, UnitRate> = new Map([
  ['元', rate('money', 1n)],
  ['千元', rate('money', 1000n)],
  ['万元', rate('money', 10_000n)],
  ['百万元', rate('money', 1_000_000n)],
  ['亿元', rate('money', 100_000_000n)],
  ['平方米', rate('area', 1n)],
  ['万平方米', rate('area', 10_000n)],
  ['亩', rate('area', 2000n, 3n)],
  ['公顷', rate('area', 10_000n)],
  ['平方公里', rate('area', 1_000_000n)],
  ['米', rate('length', 1n)],
  ['公里', rate('length', 1000n)],
  ['人', rate('people', 1n)],
  ['万人', rate('people', 10_000n)],
  ['册', rate('books', 1n)],
  ['万册', rate('books', 10_000n)],
  ['台', rate('sets', 1n)],
  ['间', rate('rooms', 1n)],
  ['班', rate('classes', 1n)],
  ['所', rate('schools', 1n)],
  ['处', rate('places', 1n)],
  ['项', rate('items', 1n)],
  ['次', rate('times', 1n)],
  ['份', rate('copies', 1n)],
  ['辆', rate('vehicles', 1n)],
  ['学时', rate('hours', 1n)],
  ['年', rate('years', 1n)],
  ['%', rate('share', 1n, 100n)],
  ['‰', rate('share', 1n, 1000n)],
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
  ['个', '个'],
])

/** The canonical name of a unit (㎡ → 平方米), or undefined when the text is no unit known here. */
export function findUnit(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：/()（）]/g, '')
    .replace(/^单位/, '')
  if (RATES.has(plain)) return plain
  const alias = ALIASES.get(plain.toLowerCase())
  return alias
}

/** True when both units measure the same thing, so that one converts to the other. */
export function isSameDimension(left: string, right: string): boolean {
  const a = findUnit(left)
  const b = findUnit(right)
  if (a === undefined || b === undefined) return false
  return a === b || (RATES.get(a)?.dimension !== undefined && RATES.get(a)?.dimension === RATES.get(b)?.dimension)
}

const COUNTERS: ReadonlySet<string> = new Set(['人', '个', '间', '台', '班', '所', '处', '项', '次', '册', '份', '辆'])

/** True when two words name the same unit, or are both words for counting single things (个, 间, 人). */
export function isSameUnit(left: string, right: string): boolean {
  const a = findUnit(left) ?? left
  const b = findUnit(right) ?? right
  return a === b || (COUNTERS.has(a) && COUNTERS.has(b))
}

export interface Converted {
  readonly text: string
  /** False when the quotient does not terminate and was cut to six decimals (亩 to 平方米). */
  readonly exact: boolean
}

/** Multiplies exact decimal text by numerator ÷ denominator. */
export function scaleDecimal(text: string, numerator: bigint, denominator: bigint): Converted {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(`${whole}${fraction}`) * numerator
  const extra = 6
  const divided = digits * 10n ** BigInt(extra)
  const quotient = divided / denominator
  const rest = divided % denominator
  const rounded = rest * 2n >= denominator ? quotient + 1n : quotient
  const places = fraction.length + extra
  const padded = rounded.toString().padStart(places + 1, '0')
  const shown = trimDecimal(`${padded.slice(0, -places)}.${padded.slice(-places)}`)
  return { text: negative && shown !== '0' ? `-${shown}` : shown, exact: rest === 0n }
}

/** Decimal text in one unit as decimal text in another of the same dimension; undefined when they do not convert. */
export function convertUnit(text: string, from: string, to: string): Converted | undefined {
  const source = RATES.get(findUnit(from) ?? '')
  const target = RATES.get(findUnit(to) ?? '')
  if (source === undefined || target === undefined || source.dimension !== target.dimension) return undefined
  return scaleDecimal(text, source.numerator * target.denominator, source.denominator * target.numerator)
}

/** Drops leading zeros, trailing zeros after the point and a minus before zero. */
export function trimDecimal(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const cleanWhole = whole.replace(/^0+(?=\d)/, '') || '0'
  const cleanFraction = fraction.replace(/0+$/, '')
  const shown = cleanFraction === '' ? cleanWhole : `${cleanWhole}.${cleanFraction}`
  return negative && shown !== '0' ? `-${shown}` : shown
}
