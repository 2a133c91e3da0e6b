import { type Rational, rational } from '../../formula/index.ts'

/** What a unit counts: only numbers of one dimension are added, compared or divided into a share. */
export type Dimension =
  | 'money'
  | 'person'
  | 'visit'
  | 'thing'
  | 'place'
  | 'area'
  | 'land'
  | 'length'
  | 'book'
  | 'device'
  | 'class'
  | 'time'
  | 'data'
  | 'score'
  | 'percent'
  | 'points'
  | 'times'
  | 'ratio'
  | 'plain'

export interface Unit {
  readonly word: string
  readonly dimension: Dimension
  /** How many of the dimension's own units one of this unit is. */
  readonly factor: Rational
  /** Whole numbers of it are counted, not rounded. */
  readonly counted: boolean
}

const one = rational.ONE
const decimal = (n: number, d = 1): Rational => rational.fromPair(BigInt(n), BigInt(d))

function units(dimension: Dimension, counted: boolean, words: string, factor = one): readonly Unit[] {
  return words.split(' ').map((word) => ({ word, dimension, factor, counted }))
}

const ALL: readonly Unit[] = [
  ...units('percent', false, '%'),
  ...units('percent', false, '‰', decimal(1, 10)),
  ...units('percent', false, '成', decimal(10)),
  ...units('points', false, '个百分点 百分点'),
  ...units('points', false, '个千分点 千分点', decimal(1, 10)),
  ...units('times', false, '倍'),
  ...units('money', true, '元 块钱 元钱'),
  ...units('money', true, '角', decimal(1, 10)),
  ...units(
    'visit',
    true,
    '人次 人·次 人次数 次 校次 辆次 车次 班次 户次 家次 所次 件次 场次 场 期 节次 课次 批次 趟 遍 轮',
  ),
  ...units('person', true, '人 名 位 员'),
  ...units('area', false, '平方米 ㎡ m² m2 平米 平方 M²'),
  ...units('land', false, '亩'),
  ...units('land', false, '公顷', decimal(15)),
  ...units('land', false, '平方公里 平方千米 km²', decimal(1500)),
  ...units('length', false, '米'),
  ...units('length', false, '公里 千米 km', decimal(1000)),
  ...units('book', true, '册 本'),
  ...units('device', true, '台 套 部 辆 台套 台(套) 件 块 架'),
  ...units('class', true, '个班 个教学班 班 个班级 个标准班'),
  ...units('place', true, '所 座 家 校 园 所学校'),
  ...units(
    'thing',
    true,
    '个 间 处 项 户 份 篇 栋 幢 张 条 节 门 支 对 组 例 起 镇 乡 街道 笔 批 本次 片 面 枚 类 宗 期次 扇 盏 株 孔 床',
  ),
  ...units('time', false, '小时 学时 课时'),
  ...units('time', true, '天 个月'),
  ...units('data', false, 'MB GB TB'),
  ...units('score', true, '分'),
]

const BY_WORD: ReadonlyMap<string, Unit> = new Map(ALL.map((unit) => [unit.word, unit]))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every unit's words as a pattern, longest first. */
export const UNIT_PATTERN: string = [...BY_WORD.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

export const unitOf = (word: string): Unit | undefined => BY_WORD.get(word)

/** A number without any unit. */
export const BARE: Unit = { word: '', dimension: 'plain', factor: one, counted: false }

const LOOSE: ReadonlySet<Dimension> = new Set(['thing', 'place', 'class', 'device'])

/** People counted once for every time, as against the times. */
const isHeads = ({ word }: Unit): boolean => word.startsWith('人')

/** Units whose numbers may be parts of one total: schools are counted as 所 and as 个 in one breath. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.dimension === 'plain' || b.dimension === 'plain') return true
  if (a.dimension === 'thing' && b.dimension === 'thing') return a.word === b.word || a.word === '个' || b.word === '个'
  if (a.dimension === 'visit' && b.dimension === 'visit') return isHeads(a) === isHeads(b)
  if (a.dimension === b.dimension) return true
  return (a.word === '个' && LOOSE.has(b.dimension)) || (b.word === '个' && LOOSE.has(a.dimension))
}
