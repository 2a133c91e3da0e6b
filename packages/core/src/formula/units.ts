import type { Rational } from './rational.ts'
import * as rational from './rational.ts'

/**
 * A unit as a product of base dimensions. One of it is `factor` base units. `hand` is the product of the powers of
 * ten by which the writer scaled the number (× 100), so that both readings, scaled number and other unit, stay open.
 */
export interface Unit {
  readonly dimensions: ReadonlyMap<string, number>
  readonly factor: Rational
  readonly hand: Rational
  /** As written, when the unit still is one that was written. */
  readonly text: string | undefined
  /** True for a unit on a literal such as 85%: it converts, a bare number beside it does not. */
  readonly literal?: boolean
  /** The source of the number states no unit: it takes the one it meets. */
  readonly unknown?: boolean
}

const integer = rational.fromInteger
const quotient = (n: bigint, d: bigint): Rational => rational.fromPair(n, d)

/** Base dimensions with the words for them; the first word is the one printed. Count words may stand for each other through 个. */
const WORDS: readonly (readonly [dimension: string, factor: Rational, words: string])[] = [
  ['person', integer(1), '人 名 位 生 学生 名学生 教师 名教师 幼儿 名幼儿 教职工'],
  ['visit', integer(1), '人次'],
  ['money', integer(1), '元'],
  ['area', integer(1), '平方米 ㎡ m² 平米'],
  ['area', quotient(2000n, 3n), '亩'],
  ['area', integer(10000), '公顷'],
  ['area', integer(1_000_000), '平方公里'],
  ['length', integer(1), '米'],
  ['length', integer(1000), '公里 千米'],
  ['book', integer(1), '册 本'],
  ['device', integer(1), '台 套 台套'],
  ['vehicle', integer(1), '辆'],
  ['room', integer(1), '间'],
  ['class', integer(1), '班 个班 班级'],
  ['item', integer(1), '个 项 份 件 条'],
  ['school', integer(1), '所 校 园'],
  ['place', integer(1), '座 处'],
  ['seat', integer(1), '张 个床位 床'],
  ['case', integer(1), '起 例'],
  ['times', integer(1), '次'],
  ['year', integer(1), '年 学年'],
  ['term', integer(1), '学期'],
  ['age', integer(1), '岁 周岁'],
  ['month', integer(1), '月 个月'],
  ['day', integer(1), '日 天'],
  ['week', integer(1), '周'],
  ['workday', integer(1), '工作日'],
  ['lesson', integer(1), '学时 课时 节'],
  ['hour', integer(1), '小时'],
  ['hour', quotient(1n, 60n), '分钟'],
  ['point', integer(1), '分'],
  ['percent_point', integer(1), '百分点 个百分点'],
  ['', quotient(1n, 100n), '%'],
  ['', quotient(1n, 1000n), '‰'],
  ['', integer(1), '倍'],
]
const COUNTS = new Set([
  'person',
  'visit',
  'book',
  'device',
  'vehicle',
  'room',
  'class',
  'item',
  'school',
  'place',
  'seat',
  'case',
  'times',
])
const MULTIPLES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
])

const byWord = new Map<string, { dimension: string; factor: Rational }>()
const printed = new Map<string, string>()
for (const [dimension, factor, words] of WORDS)
  for (const word of words.split(' ')) {
    byWord.set(word, { dimension, factor })
    if (!printed.has(dimension)) printed.set(dimension, word)
  }

/** A unit word, with up to two multiples before it: 万元, 百名学生, 十万册. */
function lookUp(word: string, multiples = 2): { dimension: string; factor: Rational } | undefined {
  const direct = byWord.get(word)
  if (direct) return direct
  const multiple = MULTIPLES.get(word.slice(0, 1))
  const rest = multiple === undefined || multiples === 0 ? undefined : lookUp(word.slice(1), multiples - 1)
  return rest && multiple !== undefined
    ? { dimension: rest.dimension, factor: rational.mul(rest.factor, integer(multiple)) }
    : undefined
}

export const PURE: Unit = { dimensions: new Map(), factor: rational.ONE, hand: rational.ONE, text: undefined }
export const UNKNOWN: Unit = { ...PURE, unknown: true }
export const DAY: Unit = { ...PURE, dimensions: new Map([['day', 1]]), text: '日' }
export const AGE: Unit = { ...PURE, dimensions: new Map([['age', 1]]), text: '岁' }
export const ITEM: Unit = { ...PURE, dimensions: new Map([['item', 1]]), text: '' }

/** Denominators such as 元/生·年 name the period, not a quantity to divide by. */
const PERIODS = new Set(['year', 'term'])

/**
 * Unit of a text such as 人, 万元, ㎡/生, 人/百名学生, 元/生·年. A single word not in the table is a dimension of its own
 * unless `strict`; `?` means that the source states none; undefined when the text is not of that shape.
 */
export function parseUnit(text: string, strict = false): Unit | undefined {
  if (text === '?') return UNKNOWN
  const sides = text.replaceAll('／', '/').replaceAll('％', '%').split('/')
  if (sides.length > 2) return undefined
  const dimensions = new Map<string, number>()
  let factor = rational.ONE
  for (const [index, side] of sides.entries())
    for (const raw of side.split('·')) {
      const word = raw.trim().replace(/^每/, '')
      const known = lookUp(word)
      if (!known && (strict || !/^[\p{L}²³]+$/u.test(word))) return undefined
      const { dimension, factor: size } = known ?? { dimension: word, factor: rational.ONE }
      if (index === 1 && PERIODS.has(dimension)) continue
      factor = index === 0 ? rational.mul(factor, size) : (rational.div(factor, size) ?? factor)
      if (dimension !== '') dimensions.set(dimension, (dimensions.get(dimension) ?? 0) + (index === 0 ? 1 : -1))
    }
  return { dimensions: withoutZeros(dimensions), factor, hand: rational.ONE, text }
}

export const isKnownUnit = (text: string): boolean => parseUnit(text, true) !== undefined
export const unitWords = (): readonly string[] => [...byWord.keys(), '万元', '亿元', '百人']

function withoutZeros(dimensions: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...dimensions].filter(([, power]) => power !== 0))
}

export function multiplyUnits(a: Unit, b: Unit, power: 1 | -1): Unit {
  if ((a.unknown && !(power === -1 && b.unknown)) || (b.unknown && !a.unknown)) return UNKNOWN
  const dimensions = new Map(a.dimensions)
  for (const [name, count] of b.dimensions) dimensions.set(name, (dimensions.get(name) ?? 0) + power * count)
  const combine = (x: Rational, y: Rational): Rational => (power === 1 ? rational.mul(x, y) : (rational.div(x, y) ?? x))
  return {
    dimensions: withoutZeros(dimensions),
    factor: combine(a.factor, b.factor),
    hand: combine(a.hand, b.hand),
    text: b.dimensions.size === 0 && rational.equals(b.factor, rational.ONE) ? a.text : undefined,
  }
}

/** Unit after the number was multiplied by the pure constant `by`; only powers of ten can mean a change of unit. */
export function scaleUnit(unit: Unit, by: Rational): Unit {
  const isPower = /^10+$/.test(rational.toPair(by).n.toString()) && rational.isInteger(by)
  const inverse = rational.div(rational.ONE, by)
  const isInversePower =
    inverse !== undefined && rational.isInteger(inverse) && /^10+$/.test(rational.toPair(inverse).n.toString())
  return isPower || isInversePower
    ? { ...unit, hand: rational.mul(unit.hand, by), text: undefined }
    : { ...unit, literal: false }
}

function mapCounts(dimensions: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const mapped = new Map<string, number>()
  for (const [name, power] of dimensions) {
    const target = COUNTS.has(name) ? 'item' : name
    mapped.set(target, (mapped.get(target) ?? 0) + power)
  }
  return withoutZeros(mapped)
}

const equalMaps = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([name, power]) => b.get(name) === power)

export function sameDimensions(a: Unit, b: Unit): boolean {
  if (equalMaps(a.dimensions, b.dimensions)) return true
  // 个 counts things: it may meet a plain number, or any other word for counting
  if (
    (isPure(a) && equalMaps(b.dimensions, ITEM.dimensions)) ||
    (isPure(b) && equalMaps(a.dimensions, ITEM.dimensions))
  )
    return true
  const general = a.dimensions.has('item') || b.dimensions.has('item')
  return general && equalMaps(mapCounts(a.dimensions), mapCounts(b.dimensions))
}

/** What to multiply a number in `from` by to have it in `to`; 'differs' when they measure other things. */
export function conversion(from: Unit, to: Unit): Rational | 'differs' | 'ambiguous' {
  if ((from.unknown && !isPure(to)) || (to.unknown && !isPure(from))) return rational.ONE
  if (!sameDimensions(from, to)) return 'differs'
  const readings = (unit: Unit): readonly Rational[] => [
    unit.factor,
    rational.div(unit.factor, unit.hand) ?? unit.factor,
  ]
  const agree = readings(from).some((x) => readings(to).some((y) => rational.equals(x, y)))
  const byHand = !rational.equals(from.hand, rational.ONE) || !rational.equals(to.hand, rational.ONE)
  if (byHand) return agree ? rational.ONE : 'ambiguous'
  return rational.div(from.factor, to.factor) ?? rational.ONE
}

export const isPercent = (unit: Unit): boolean => unit.text === '%' || unit.text === '％'
export const isPercentPoint = (unit: Unit): boolean => equalMaps(unit.dimensions, new Map([['percent_point', 1]]))
export const isPure = (unit: Unit): boolean => unit.dimensions.size === 0

/** Unit for people: as written, else composed of the base words. */
export function unitText(unit: Unit): string {
  if (unit.text !== undefined) return unit.text
  const word = ([name, power]: readonly [string, number]): string =>
    Array.from({ length: Math.abs(power) }, () => printed.get(name) ?? name).join('·')
  const over = [...unit.dimensions]
    .filter(([, power]) => power > 0)
    .map(word)
    .join('·')
  const under = [...unit.dimensions]
    .filter(([, power]) => power < 0)
    .map(word)
    .join('·')
  if (over === '' && under === '') return ''
  return under === '' ? over : `${over || '1'}/${under}`
}
