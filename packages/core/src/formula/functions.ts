interface AggregateSignature {
  readonly titles: readonly string[]
  readonly example: string
  readonly least: number
  readonly most: number
  readonly reads: 'number' | 'truth'
  readonly gives: 'truth' | 'rows' | 'pure' | 'same'
}

const numbers = { least: 1, most: 1, reads: 'number', gives: 'same' } as const
const weighted = { least: 2, most: 2, reads: 'number', gives: 'same' } as const
const truthful = { least: 1, most: 1, reads: 'truth', gives: 'truth' } as const

/**
 * Functions over rows. They read `least` to `most` values per row; `gives` is 是非, a number of rows, a pure number, or
 * a number in the unit of the first value.
 */
export const AGGREGATES = {
  sum: { titles: ['合计', 'sum'], example: '合计(班级.人数)', ...numbers },
  count: { titles: ['计数', 'count'], example: '计数(教师[专任])', ...truthful, least: 0, gives: 'rows' },
  mean: { titles: ['平均', 'average'], example: '平均(教师.年龄)', ...numbers },
  weighted_mean: {
    titles: ['加权平均', 'weighted_average'],
    example: '加权平均(学校.生均面积, 学校.学生数)',
    ...weighted,
  },
  maximum: { titles: ['最大', 'max'], example: '最大(班级.人数)', ...numbers },
  minimum: { titles: ['最小', 'min'], example: '最小(班级.人数)', ...numbers },
  median: { titles: ['中位', 'median'], example: '中位(教师.年龄)', ...numbers },
  variation: {
    titles: ['差异系数', 'variation'],
    example: '差异系数(学校.生均面积, 学校.学生数)',
    ...weighted,
    gives: 'pure',
  },
  any: { titles: ['任一', 'any'], example: '任一(班级, 人数 > 50)', ...truthful },
  all: { titles: ['全部', 'all'], example: '全部(班级, 人数 ≤ 45)', ...truthful },
  exists: { titles: ['存在', 'exists'], example: '存在(班级[人数 > 50])', ...truthful, least: 0 },
  share: { titles: ['占比', 'share'], example: '占比(教师, 专任)', ...truthful, gives: 'pure' },
} as const satisfies Readonly<Record<string, AggregateSignature>>

export type AggregateId = keyof typeof AGGREGATES

export type Kind = 'number' | 'text' | 'truth' | 'date'

/**
 * Functions over single values. `args` are the kinds of the arguments, the last repeated up to `most`; `same` means
 * that all number arguments are brought to one unit, which is then that of the result.
 */
interface Signature {
  readonly titles: readonly string[]
  readonly args: readonly Kind[]
  readonly least: number
  readonly most: number
  readonly result: Kind
  readonly same?: boolean
}

const number = { args: ['number'], least: 1, most: 1, result: 'number' } as const
const rounding = { args: ['number', 'number'], least: 1, most: 2, result: 'number' } as const
const several = { args: ['number'], least: 2, most: 50, result: 'number', same: true } as const
const truths = { args: ['truth'], least: 2, most: 50, result: 'truth' } as const
const three = { args: ['number'], least: 3, most: 3, result: 'truth', same: true } as const
const ofDate = { args: ['date'], least: 1, most: 1, result: 'number' } as const
const ofDates = { args: ['date'], least: 2, most: 2, result: 'number' } as const
const shifted = { args: ['date', 'number'], least: 2, most: 2, result: 'date' } as const
const ofTexts = { args: ['text'], least: 2, most: 2, result: 'truth' } as const

export const FUNCTIONS = {
  absolute: { titles: ['绝对值', 'abs'], ...number },
  truncate: { titles: ['取整', 'trunc'], ...number },
  ceiling: { titles: ['向上取整', 'ceiling'], ...number },
  floor: { titles: ['向下取整', 'floor'], ...number },
  round_half_up: { titles: ['四舍五入', 'round'], ...rounding },
  round_half_even: { titles: ['五成双', 'round_even'], ...rounding },
  total_of: { titles: ['合计', 'sum'], ...several },
  mean_of: { titles: ['平均', 'average'], ...several },
  maximum_of: { titles: ['最大', 'max'], ...several },
  minimum_of: { titles: ['最小', 'min'], ...several },
  median_of: { titles: ['中位', 'median'], ...several },
  any_of: { titles: ['任一', 'any'], ...truths },
  all_of: { titles: ['全部', 'all'], ...truths },
  between: { titles: ['区间内', 'between'], ...three },
  close_to: { titles: ['相符', 'close_to'], ...three },
  ratio: { titles: ['占比', 'share'], ...several, most: 2 },
  growth: { titles: ['增长率', 'growth'], ...several, least: 1, most: 2 },
  first_known: { titles: ['首个已知', 'first_known'], ...several, least: 3, most: 20 },
  previous_year: { titles: ['上年', 'previous_year'], ...number },
  previous_period: { titles: ['上期', 'previous_period'], ...number },
  is_reported: { titles: ['已报', 'is_reported'], ...number, result: 'truth' },
  age: { titles: ['年龄', 'age'], ...ofDates },
  school_year: { titles: ['学年', 'school_year'], ...ofDate, result: 'text' },
  year: { titles: ['年份', 'year'], ...ofDate },
  month: { titles: ['月份', 'month'], ...ofDate },
  add_days: { titles: ['日期加', 'add_days'], ...shifted },
  days_between: { titles: ['相隔天数', 'days_between'], ...ofDates },
  add_months: { titles: ['月份加', 'add_months'], ...shifted },
  add_workdays: { titles: ['工作日加', 'add_workdays'], ...shifted },
  length: { titles: ['长度', 'length'], args: ['text'], least: 1, most: 1, result: 'number' },
  starts_with: { titles: ['开头是', 'starts_with'], ...ofTexts },
  contains: { titles: ['包含', 'contains'], ...ofTexts },
} as const satisfies Readonly<Record<string, Signature>>

export type FunctionId = keyof typeof FUNCTIONS

export interface FunctionEntry extends Signature {
  readonly id: FunctionId
}
export interface AggregateEntry extends AggregateSignature {
  readonly id: AggregateId
}

const entries = <K extends string, V>(table: Readonly<Record<K, V>>): readonly (readonly [K, V])[] => {
  const list: (readonly [K, V])[] = []
  for (const key in table) list.push([key, table[key]])
  return list
}

const functionsByTitle = new Map<string, FunctionEntry>()
for (const [id, signature] of entries<FunctionId, Signature>(FUNCTIONS))
  for (const title of signature.titles) functionsByTitle.set(title, { ...signature, id })
const aggregatesByTitle = new Map<string, AggregateEntry>()
for (const [id, signature] of entries<AggregateId, AggregateSignature>(AGGREGATES))
  for (const title of signature.titles) aggregatesByTitle.set(title, { ...signature, id })

export const findFunction = (title: string): FunctionEntry | undefined => functionsByTitle.get(title)
export const findAggregate = (title: string): AggregateEntry | undefined => aggregatesByTitle.get(title)
export const functionTitles = (): readonly string[] => [
  ...new Set([...functionsByTitle.keys(), ...aggregatesByTitle.keys()]),
]
