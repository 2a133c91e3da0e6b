import { CAUSES, PROBLEMS } from './errors.ts'
import { AGGREGATES, type AggregateId, FUNCTIONS, type FunctionId } from './functions.ts'

/** One line for each function of single values, for the user's reference. */
const FUNCTION_NOTES: Readonly<Record<FunctionId, readonly [example: string, meaning: string]>> = {
  absolute: ['绝对值(x)', '去掉负号'],
  truncate: ['取整(x)', '舍去小数，向零取整'],
  ceiling: ['向上取整(x)', '不小于 x 的最小整数'],
  floor: ['向下取整(x)', '不大于 x 的最大整数'],
  round_half_up: ['四舍五入(x, 2)', '保留几位小数；正负都按绝对值进位'],
  round_half_even: ['五成双(x, 2)', '恰为一半时取偶数（GB/T 8170）'],
  total_of: ['合计(a, b, …)', '几个数相加'],
  mean_of: ['平均(a, b, …)', '几个数的平均'],
  maximum_of: ['最大(a, b, …)', '几个数中最大的'],
  minimum_of: ['最小(a, b, …)', '几个数中最小的'],
  median_of: ['中位(a, b, …)', '中间的数；偶数个时取中间两数的平均'],
  any_of: ['任一(p, q, …)', '至少一项成立，同“或”'],
  all_of: ['全部(p, q, …)', '各项都成立，同“且”'],
  between: ['区间内(x, 下限, 上限)', '下限 ≤ x ≤ 上限'],
  close_to: ['相符(a, b, 容差)', '相差不超过容差'],
  ratio: ['占比(部分, 全体)', '部分 ÷ 全体'],
  growth: ['增长率(本期, 上期)', '(本期 − 上期) ÷ 上期；只写一项时与它的上年相比'],
  first_known: ['首个已知(a, b, "理由")', '第一个已报的值；理由必写，随结果显示'],
  previous_year: ['上年(x)', '上一年的值，也可写 x[上年]'],
  previous_period: ['上期(x)', '上一期的值，也可写 x[上期]'],
  is_reported: ['已报(x)', '是否已填报'],
  age: ['年龄(出生, 基准日)', '周岁；2 月 29 日生的，平年 3 月 1 日满岁'],
  school_year: ['学年(日期)', '如 2026-2027；9 月 1 日起为新学年'],
  year: ['年份(日期)', '公历年'],
  month: ['月份(日期)', '公历月'],
  add_days: ['日期加(日期, 天数)', '也可写 日期 + 天数'],
  days_between: ['相隔天数(起, 止)', '也可写 止 − 起'],
  add_months: ['月份加(日期, 月数)', '目标月没有这一天时取月末'],
  add_workdays: ['工作日加(日期, 天数)', '按已导入的工作日历；没有那一年的日历即为错误'],
  length: ['长度(文字)', '字数'],
  starts_with: ['开头是(文字, "前缀")', '是否以此开头'],
  contains: ['包含(文字, "片段")', '是否含有'],
}

const AGGREGATE_NOTES: Readonly<Record<AggregateId, string>> = {
  sum: '各行相加；没有行时为 0',
  count: '符合条件的行数；没有行时为 0',
  mean: '各行的平均；没有行时不适用',
  weighted_mean: 'Σ(权×值) ÷ Σ权',
  maximum: '最大的一行',
  minimum: '最小的一行',
  median: '居中的值；偶数行时取中间两数的平均',
  variation: '加权差异系数 S ÷ X̄，X̄ = Σ(权×值) ÷ Σ权，S = √Σ(权÷Σ权)(值−X̄)²；只有一行或均值为零时不可计算',
  any: '至少一行成立；有一行已知成立即成立',
  all: '每行都成立；有一行已知不成立即不成立',
  exists: '有没有符合条件的行',
  share: '成立的行数 ÷ 行数',
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = []
  for (const key in record) keys.push(key)
  return keys
}

const code = (text: string): string => `\`${text}\``

/** Every function with one way to write it and one line on what it gives. */
export function functionNotes(): readonly {
  readonly title: string
  readonly example: string
  readonly meaning: string
}[] {
  return [
    ...keysOf(AGGREGATES).map((id) => ({
      title: AGGREGATES[id].titles[0],
      example: AGGREGATES[id].example,
      meaning: AGGREGATE_NOTES[id],
    })),
    ...keysOf(FUNCTIONS).map((id) => {
      const [example, meaning] = FUNCTION_NOTES[id]
      return { title: FUNCTIONS[id].titles[0], example, meaning }
    }),
  ]
}

/** Generated blocks of the user's reference, as Markdown tables: functions, aggregates, mistakes, causes. */
export function formulaReference(): Readonly<Record<'aggregates' | 'functions' | 'problems' | 'causes', string>> {
  return {
    aggregates: table(
      ['函数', '例', '含义'],
      keysOf(AGGREGATES).map((id) => [
        AGGREGATES[id].titles.join(' / '),
        code(AGGREGATES[id].example),
        AGGREGATE_NOTES[id],
      ]),
    ),
    functions: table(
      ['函数', '写法', '含义'],
      keysOf(FUNCTIONS).map((id) => [
        FUNCTIONS[id].titles.join(' / '),
        code(FUNCTION_NOTES[id][0]),
        FUNCTION_NOTES[id][1],
      ]),
    ),
    problems: table(
      ['代码', '说明'],
      keysOf(PROBLEMS).map((id) => [code(id), PROBLEMS[id]]),
    ),
    causes: table(
      ['代码', '说明'],
      keysOf(CAUSES).map((id) => [code(id), CAUSES[id]]),
    ),
  }
}
