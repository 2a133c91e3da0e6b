import { conversion, parseUnit, type Rational } from '../formula/index.ts'
import { scaleDecimal } from './decimal-text.ts'

/** Unit words that may stand in a heading; what they measure is the formula language's knowledge. */
const NAMES: ReadonlySet<string> = new Set(
  '元 平方米 亩 公顷 平方公里 米 公里 人 册 台 间 班 所 处 项 次 份 辆 学时 年 % ‰'.split(' '),
)

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
const MULTIPLE = /^([十百千]?万|[十百千亿])(.+)$/

/** The canonical name of a unit (㎡ → 平方米), or undefined when the text is no unit known here. */
export function findUnit(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：/()（）]/g, '')
    .replace(/^单位/, '')
  const simple = NAMES.has(plain) ? plain : ALIASES.get(plain.toLowerCase())
  if (simple !== undefined) return simple
  const [, times = '', rest = ''] = MULTIPLE.exec(plain) ?? []
  const base = NAMES.has(rest) ? rest : ALIASES.get(rest.toLowerCase())
  return base !== undefined && NAMES.has(base) ? `${times}${base}` : undefined
}

/** Words that look like a unit, known here or not: 千捆, 立方米. */
export function isLikeUnit(text: string): boolean {
  return /^(?:单位[:：].{1,6}|[十百千万亿]+[^数以多余人次分]{1,3}|箱|捆|吨|立方米|卷|件|张|条|栋|幢|座|盘|片|幅|公斤|千克|kg|升|平方尺|平方英尺|公亩|分地|美元|港元|MB|GB|kW)$/i.test(
    text,
  )
}

function factorBetween(from: string, to: string): Rational | undefined {
  const [source, target] = [findUnit(from), findUnit(to)].map((name) =>
    name === undefined ? undefined : parseUnit(name),
  )
  if (source === undefined || target === undefined) return undefined
  const factor = conversion(source, target)
  return typeof factor === 'string' ? undefined : factor
}

/** True when both units measure the same thing, so that one converts to the other. */
export function isSameDimension(left: string, right: string): boolean {
  return factorBetween(left, right) !== undefined
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
  const factor = factorBetween(from, to)
  return factor === undefined ? undefined : scaleDecimal(text, factor)
}
