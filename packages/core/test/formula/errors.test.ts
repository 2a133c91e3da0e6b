import { describe, expect, it } from 'vitest'
import { CAUSES, failed, makeCause, PROBLEMS, parse, renderProblem } from '../../src/formula/index.ts'
import { evaluate, exact, problemsOf, type World } from './world.ts'

const world: World = {
  values: { 学生数: 100, 教师数: 7, 名: '甲', 日: { date: '2026-01-01' }, 达标: true, 率: 85, 坏: 1, 拨款: 3, 增幅: 2 },
  units: { 学生数: '人', 教师数: '人', 率: '%', 坏: '元//人', 拨款: '万元', 增幅: '百分点' },
  rows: {
    班级: [{ 人数: 40, 名: '一班', 大: false }],
    教师: [{ 专任: true, 工资: 5 }],
    环: [{ 甲: 1, 乙: 2 }],
    花名册: [{ 学历: '本科' }],
  },
  rowsets: {
    花名册: {
      columns: [
        {
          id: '学历',
          title: '学历',
          type: 'text',
          codes: { title: '学历层次', ordered: false, entries: [{ code: '3', title: '本科' }] },
        },
      ],
    },
    环: {
      columns: [
        { id: '甲', title: '甲', type: 'number', applicable: '乙 > 1' },
        { id: '乙', title: '乙', type: 'number', applicable: '甲 > 1' },
      ],
    },
  },
}

const deep = `${'('.repeat(101)}1${')'.repeat(101)}`
const wide = Array.from({ length: 1000 }, () => '1+2×3').join('+')

/** code → a formula that holds exactly this mistake, and what the place under the caret is. */
const cases: readonly (readonly [code: string, source: string, marked?: string])[] = [
  ['empty_formula', '  # 只有注释'],
  ['too_long', '1'.repeat(20_001)],
  ['too_many_nodes', wide],
  ['too_deep', deep],
  ['unknown_character', '学生数 § 2', '§'],
  ['unclosed_text', '名 = "甲', '"甲'],
  ['unclosed_name', '「学生数 + 1'],
  ['empty_name', '「 」 + 1'],
  ['bad_number', '1.2.3 + 1', '1.2.3'],
  ['number_too_long', '1'.repeat(61)],
  ['bad_date', '日 > 2026-02-30', '2026-02-30'],
  ['unknown_unit', '5 万圆', '万圆'],
  ['unclosed_parenthesis', '学生数 × (教师数 + 1', '('],
  ['unclosed_bracket', '计数(教师[专任)'.replace(')', ''), '['],
  ['unexpected_closing', '学生数 + 1)', ')'],
  ['missing_operand', '学生数 ÷', '÷'],
  ['expected_expression', '× 5', '×'],
  ['unexpected_token', '学生数 教师数', '教师数'],
  ['chained_comparison', '1 < 学生数 < 5', '<'],
  ['single_equals_needed', '学生数 == 5', '=='],
  ['logic_symbol', '达标 && 达标', '&&'],
  ['power_not_allowed', '学生数 ^ 2', '^'],
  ['case_without_else', '情形 达标 → 1;'],
  ['case_without_branch', '情形 否则 1'],
  ['case_without_arrow', '情形 达标 1; 否则 2'],
  ['case_without_separator', '情形 达标 → (1) 达标 → 2; 否则 3'],
  ['missing_comma', '最大(学生数 教师数)'],
  ['empty_argument', '最大(学生数, , 教师数)'],
  ['missing_name_after_dot', '班级. + 1'],
  ['keyword_as_name', '或.人数'],
  ['empty_qualifier', '计数(教师[])'],
  ['empty_list', '名 属于 ()'],
  ['unknown_name', '学生数目 + 1', '学生数目'],
  ['unknown_rowset', '职工.人数[名 = "x"]', '职工.人数'],
  ['unknown_column', '合计(班级.人书)', '班级.人书'],
  ['unknown_function', '求和(学生数)', '求和'],
  ['function_without_parentheses', '绝对值 + 1', '绝对值'],
  ['rowset_as_value', '班级 + 1', '班级'],
  ['column_outside_aggregate', '班级.人数 + 1', '班级.人数'],
  ['wrong_arity', '绝对值(学生数, 教师数)'],
  ['filter_on_value', '学生数[达标]'],
  ['filter_in_row', '合计(班级, 人数[大])'],
  ['filters_differ', '加权平均(班级[大].人数, 班级[非 大].人数)', '非 大'],
  ['mixed_rowsets', '合计(班级.人数 × 教师.工资)', '教师.工资'],
  ['nested_aggregate', '计数(班级[人数 > 平均(班级.人数)])'],
  ['aggregate_needs_rows', '计数(学生数)', '学生数'],
  ['duplicate_qualifier', '学生数[上年, 上年]'],
  ['circular_applicability', '合计(环.甲)'],
  ['type_mismatch', '绝对值(名)', '名'],
  ['operand_type', '学生数 + 名', '名'],
  ['compare_types', '学生数 = 名'],
  ['text_order', '名 > "乙"'],
  ['unknown_code', '计数(花名册[学历 = 本课])', '本课'],
  ['unordered_codes', '计数(花名册[学历 ≥ 本科])', '学历 ≥ 本科'],
  ['membership_needs_list', '名 属于 名'],
  ['list_not_allowed', '(1, 2) + 1', '(1, 2)'],
  ['mixed_list', '名 属于 ("甲", 1)'],
  ['condition_not_truth', '情形 学生数 → 1; 否则 2', '学生数'],
  ['branch_types', '情形 达标 → 1; 否则 "二"'],
  ['unit_mismatch', '学生数 + 5 元'],
  ['unit_scale_ambiguous', '拨款 × 100 ≥ 5 元'],
  ['date_arithmetic', '日 + 日'],
  ['reason_required', '首个已知(学生数, 教师数, 1)'],
  ['literal_required', '四舍五入(学生数, 教师数)', '教师数'],
  ['digits_out_of_range', '四舍五入(学生数, 11)', '11'],
  ['unknown_unit_declared', '坏 + 1', '坏'],
]

describe('the catalogue of mistakes', () => {
  it.each(cases.map(([code, source, marked]) => ({ code, source, marked })))('$code', ({ code, source, marked }) => {
    const [problem] = problemsOf(source, world)
    expect(problem?.code).toBe(code)
    expect(problem?.message).toMatch(/\p{Script=Han}/u)
    expect(problem?.message).not.toContain('{')
    if (problem && marked !== undefined)
      expect([...source].slice(problem.column - 1, problem.column - 1 + problem.length).join('')).toBe(marked)
  })

  const withOptions = [
    ['aggregate_not_allowed', '合计(班级.人数)', { allowAggregates: false }],
    ['result_type', '学生数 + 1', { type: 'truth' }],
    ['result_unit', '学生数 + 1', { unit: '元' }],
    ['constant_zero_division', '学生数 ÷ 0', { requireZeroPolicy: true, zeroDenominator: 'error' }],
    ['missing_zero_policy', '学生数 ÷ 教师数', { requireZeroPolicy: true }],
  ] as const
  it.each(withOptions)('%s', (code, source, options) => {
    expect(problemsOf(source, world, options).map((problem) => problem.code)).toEqual([code])
  })

  it('has a test for every code', () => {
    const tested = new Set<string>([...cases, ...withOptions].map(([code]) => code))
    expect(Object.keys(PROBLEMS).filter((code) => !tested.has(code))).toEqual([])
    expect(tested.size).toBeGreaterThanOrEqual(40)
  })
})

describe('how a mistake is shown', () => {
  it('points at the place and offers the nearest name', () => {
    const source = '教师数 ÷\n  学生束 × 100'
    const [problem] = problemsOf(source, world)
    expect(problem).toMatchObject({ line: 2, column: 3, length: 3, suggestion: '是否指“学生数”？' })
    expect(problem && renderProblem(problem, source)).toBe(
      [
        '第 2 行第 3 字：没有名为“学生束”的要素、指标或参数（unknown_name）',
        '    学生束 × 100',
        '    ^^^^^^',
        '  建议：是否指“学生数”？',
      ].join('\n'),
    )
  })

  it('offers spaces where two conditions were glued together', () => {
    expect(problemsOf('计数(教师[专任且工资])', world)[0]?.suggestion).toContain('且')
    expect(problemsOf('计数(教师[专任且工资])', world)[0]?.code).toBe('unknown_name')
  })

  it('reports several mistakes at once', () => {
    expect(problemsOf('甲数 + 乙数', world).map((problem) => problem.code)).toEqual(['unknown_name', 'unknown_name'])
  })

  it('keeps 百分点 and % apart', () => {
    expect(problemsOf('率 > 增幅', world)[0]?.code).toBe('unit_mismatch')
    expect(problemsOf('率 - 80% ≥ 增幅', world)).toEqual([])
  })
})

describe('hostile text', () => {
  it('never throws, never hangs', () => {
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '1',
      '学生数',
      '且',
      '「',
      '"',
      '情形',
      '→',
      ';',
      '否则',
      ',',
      '.',
      '-',
      '%',
      '\u0000',
      '😀',
      '＝',
      '#',
      '\n',
    ]
    let state = 7
    for (let round = 0; round < 1000; round++) {
      let source = ''
      for (let i = 0; i < 12; i++) {
        state = (state * 1103515245 + 12345) % 2147483648
        source += pieces[state % pieces.length] ?? ''
      }
      const { ast, problems } = parse(source)
      expect(ast === undefined).toBe(problems.length > 0)
      problemsOf(source, world)
    }
  })

  it('answers at once to ten thousand brackets', () => {
    expect(parse('('.repeat(10_000)).problems[0]?.code).toBe('too_deep')
    expect(parse(`${'非 ('.repeat(5_000)}真`).problems[0]?.code).toBe('too_deep')
    expect(parse(`${'-'.repeat(10_000)}1`).problems).toHaveLength(1)
  })
})

describe('why a result is not plainly known', () => {
  const reached = new Set<string>()
  const note = (source: string, given: World = {}) => {
    for (const cause of evaluate(source, given).causes) reached.add(cause.code)
  }
  it('gives each cause a code and a Chinese sentence', () => {
    note('a + 1', { values: { a: null } })
    note('a ÷ b', { values: { a: 1, b: 0 } })
    note('平均(册.x)', { rows: { 册: [] }, rowsets: { 册: { columns: [{ id: 'x', title: 'x', type: 'number' }] } } })
    note('差异系数(册.x, 册.x)', { rows: { 册: [{ x: 1 }] } })
    note('册.x[x > 0]', { rows: { 册: [{ x: 1 }, { x: 2 }] } })
    note('册.x[x > 9]', { rows: { 册: [{ x: 1 }] } })
    note('工作日加(2027-01-01, 1)')
    note('a[上期]', { values: { a: 1 } })
    note('年龄(2026-01-02, 2026-01-01)')
    note('a × a', { values: { a: exact('9'.repeat(20_000)) } })
    note('首个已知(a, 2, "约定")', { values: { a: null } })
    note('首个已知(a, b, "约定")', { values: { a: null, b: null } })
    note('a + 1', {
      values: { a: 1 },
      environment: { scalar: () => ({ status: 'known', content: '文字', causes: [] }) },
    })
    note('a', {
      values: {
        a: failed([
          makeCause('missing_cell', { column: '人数' }),
          makeCause('missing_aggregate', { rowset: '册', count: 2 }),
        ]),
      },
    })
    expect(Object.keys(CAUSES).filter((code) => !reached.has(code))).toEqual([])
  })
})
