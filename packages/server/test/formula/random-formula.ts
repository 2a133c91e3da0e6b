/** Small seeded generator (mulberry32): the same cases on every machine. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Dice {
  readonly next: () => number
  below(limit: number): number
  pick<T>(items: readonly [T, ...T[]]): T
}

export function dice(seed: number): Dice {
  const next = randomSource(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] }
}

const NUMBER_COLUMNS = ['甲', '乙', '丙', '限', '适'] as const
const LITERALS = ['0', '1', '2', '0.5', '10', '100', '3.75', '1.005', '7'] as const
const DEGREES = ['中专', '专科', '本科', '研究生', '"30"'] as const
const DATES = ['2016-02-29', '2026-09-01', '2020-08-31', '2026-02-28'] as const

/** Row number expressions over the columns of the fuzz register. */
export function numberText(d: Dice, depth: number): string {
  if (depth === 0 || d.next() < 0.25) return d.next() < 0.7 ? d.pick(NUMBER_COLUMNS) : d.pick(LITERALS)
  const sub = (): string => numberText(d, depth - 1)
  switch (d.below(11)) {
    case 0:
      return `(${sub()} + ${sub()})`
    case 1:
      return `(${sub()} - ${sub()})`
    case 2:
      return `(${sub()} × ${sub()})`
    case 3:
      return `(${sub()} ÷ ${sub()})`
    case 4:
      return `-(${sub()})`
    case 5:
      return `${d.pick(['四舍五入', '五成双'])}(${sub()}, ${d.below(4)})`
    case 6:
      return `${d.pick(['取整', '向上取整', '向下取整', '绝对值'])}(${sub()})`
    case 7:
      return `${d.pick(['最大', '最小', '平均', '合计'])}(${sub()}, ${sub()})`
    case 8:
      return `(情形 ${truthText(d, depth - 1)} → ${sub()}; 否则 ${sub()})`
    case 9:
      return d.pick([
        `年龄(日, ${d.pick(DATES)})`,
        '年份(日)',
        '月份(日)',
        '长度(文)',
        `相隔天数(日, ${d.pick(DATES)})`,
      ])
    default:
      return `${d.pick(['占比', '增长率'])}(${sub()}, ${sub()})`
  }
}

const COMPARE = ['=', '≠', '<', '≤', '>', '≥'] as const

/** Row conditions. */
export function truthText(d: Dice, depth: number): string {
  const number = (): string => numberText(d, Math.max(0, depth - 1))
  const sub = (): string => truthText(d, depth - 1)
  if (depth <= 0)
    return d.pick([
      '是',
      '文 = "小学"',
      '文 ≠ "初中"',
      '文 属于 ("小学", "a\'b")',
      '甲 > 2',
      '限 ≤ 40',
      '限 > 99',
      '丙 = 0',
      '开头是(文, "小")',
      `历 ${d.pick(COMPARE)} ${d.pick(DEGREES)}`,
      '历 属于 (专科, "4")',
    ])
  switch (d.below(10)) {
    case 0:
    case 1:
      return `(${sub()} 且 ${sub()})`
    case 2:
      return `(${sub()} 或 ${sub()})`
    case 3:
      return `(非 (${sub()}))`
    case 4:
      return `区间内(${number()}, ${number()}, ${number()})`
    case 5:
      return `相符(${number()}, ${number()}, ${d.pick(LITERALS)})`
    case 6:
      return d.pick([
        `日 ${d.pick(COMPARE)} ${d.pick(DATES)}`,
        `日 + ${d.below(40)} ≥ ${d.pick(DATES)}`,
        `月份加(日, ${d.below(14)}) < ${d.pick(DATES)}`,
        '学年(日) = "2019-2020"',
      ])
    case 7:
      return `已报(${number()})`
    default:
      return `(${number()} ${d.pick(COMPARE)} ${number()})`
  }
}

function aggregateText(d: Dice): string {
  const filter = d.next() < 0.5 ? '' : `[${truthText(d, d.below(3))}]`
  const number = (): string => (d.next() < 0.4 ? d.pick(NUMBER_COLUMNS) : numberText(d, 1 + d.below(2)))
  switch (d.below(6)) {
    case 0:
      return `计数(册${filter})`
    case 1:
      return `${d.pick(['任一', '全部', '占比'])}(册${filter}, ${truthText(d, d.below(3))})`
    case 2:
      return `${d.pick(['加权平均', '差异系数'])}(册${filter}, ${number()}, ${d.pick(['甲', '丙', '限', '1', '2'])})`
    default:
      return `${d.pick(['合计', '合计', '平均', '最大', '最小', '中位'])}(册${filter}, ${number()})`
  }
}

const isTruth = (aggregate: string): boolean => aggregate.startsWith('任一') || aggregate.startsWith('全部')

/** A whole formula: an aggregate, or arithmetic and comparison above aggregates. */
export function formulaText(d: Dice): string {
  const first = aggregateText(d)
  if (isTruth(first)) return d.next() < 0.5 ? first : `${first} 且 计数(册) > ${d.below(9)}`
  if (d.next() < 0.5) return first
  const second = aggregateText(d)
  const other = isTruth(second) ? d.pick(LITERALS) : second
  return d.pick([
    `${first} ${d.pick(COMPARE)} ${d.pick(LITERALS)}`,
    `${first} ${d.pick(COMPARE)} ${other}`,
    `${first} ${d.pick(['+', '-', '×', '÷'])} ${other} ≥ ${d.pick(LITERALS)}`,
    `四舍五入(${first} ÷ ${other} × 100, 2)`,
  ])
}
