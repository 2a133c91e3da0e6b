import { describe, expect, it } from 'vitest'
import { doubtful, failed, known, makeCause, notApplicable, rational } from '../../src/formula/index.ts'
import { evaluate, exact, run, show } from './world.ts'

describe('precedence', () => {
  it.each([
    ['2+3×4', '14'],
    ['10-4+3', '9'],
    ['5÷6×100', '250/3'],
    ['5/6*100', '250/3'],
    ['100÷10÷5', '2'],
    ['2×-3', '-6'],
    ['-2×3', '-6'],
    ['-(2+3)', '-5'],
    ['（１＋２）×３', '9'],
    ['0.1+0.2', '0.3'],
    ['1 - 2 - 3 < 0 且 2 > 1', 'true'],
    ['非 1 > 2 或 假', 'true'],
    ['真 或 假 且 假', 'true'],
    ['1 > 2 或 2 > 1 且 3 > 2', 'true'],
    ['12345678901234567890.5 × 2', '24691357802469135781'],
    ['情形 1 > 2 → 1; 2 > 1 → 2; 否则 3', '2'],
    ['5 属于 (1, 5)', 'true'],
    ['"小学" 属于 ("小学", "初中")', 'true'],
    ['"高中" 属于 【"小学"，"初中"】', 'false'],
    ['9007199254740993 - 9007199254740992', '1'],
    ['9007199254740991 × 9007199254740991 - 1', '81129638414606663681390495662080'],
  ])('%s = %s', (source, expected) => {
    expect(run(source)).toBe(expected)
  })

  it('understands conditions written without spaces', () => {
    const world = { values: { 专任: true, 在岗: false, 学段: '小学', 音乐或美术: 3 } }
    expect(run('专任且在岗', world)).toBe('false')
    expect(run('专任且非在岗', world)).toBe('true')
    expect(run('专任或在岗且音乐或美术>5', world)).toBe('true')
    expect(run('学段属于("小学","初中")', world)).toBe('true')
  })

  it('adds 1,500 terms in one formula', () => {
    expect(run(Array.from({ length: 1500 }, () => '1').join('+'))).toBe('1500')
  })
})

describe('three-valued logic', () => {
  const world = {
    values: { 是: true, 否: false, 未: null, 不: notApplicable([]), 错: failed([makeCause('division_by_zero', {})]) },
  }
  const typed = { ...world, values: { ...world.values, 未: { status: 'missing', causes: [], content: undefined } } }
  void typed
  const cases: readonly (readonly [string, string])[] = [
    ['是 且 否', 'false'],
    ['否 且 未', 'false'],
    ['未 且 否', 'false'],
    ['否 且 不', 'false'],
    ['不 且 否', 'false'],
    ['错 且 否', 'false'],
    ['否 且 错', 'false'],
    ['是 且 未', 'missing'],
    ['未 且 是', 'missing'],
    ['未 且 不', 'not_applicable'],
    ['不 且 错', 'error'],
    ['是 或 未', 'true'],
    ['未 或 是', 'true'],
    ['错 或 是', 'true'],
    ['是 或 错', 'true'],
    ['否 或 未', 'missing'],
    ['否 或 不', 'not_applicable'],
    ['非 未', 'missing'],
  ]
  it.each(cases)('%s is %s', (source, expected) => {
    const scoped = { values: world.values, environment: {} }
    expect(show(evaluateTruths(source, scoped))).toBe(expected)
  })
})

/** The world helper guesses a missing cell to be a number; here every name is a truth. */
function evaluateTruths(source: string, world: Parameters<typeof evaluate>[1] & object) {
  const values = Object.fromEntries(Object.keys(world.values ?? {}).map((name) => [name, true]))
  const given = world.values ?? {}
  return evaluate(source, {
    values,
    environment: {
      scalar: (id) => {
        const cell = given[id]
        if (typeof cell === 'boolean') return known(cell)
        return cell !== null && typeof cell === 'object' && 'status' in cell ? cell : { status: 'missing', causes: [] }
      },
    },
  })
}

describe('missing, not applicable, zero', () => {
  it('keeps the three apart', () => {
    const world = { values: { a: 0, b: null, c: notApplicable([]) } }
    expect(run('a + 1', world)).toBe('1')
    expect(run('b + 1', world)).toBe('missing')
    expect(run('c + b', world)).toBe('not_applicable')
    expect(run('b > 3', world)).toBe('missing')
  })

  it('unites the causes', () => {
    const value = evaluate('a + b × c', { values: { a: null, b: 1, c: null } })
    expect(value.causes.map((cause) => cause.message)).toEqual(['a未报', 'c未报'])
  })

  it('follows the policy for a zero denominator', () => {
    const world = { values: { a: 1, b: 0 } }
    expect(run('a ÷ b', world, { zeroDenominator: 'not_applicable' })).toBe('not_applicable')
    expect(run('a ÷ b', world, { zeroDenominator: 'error' })).toBe('error')
    const value = evaluate('a ÷ b', world)
    expect(value.status).toBe('error')
    expect(value.causes[0]?.code).toBe('division_by_zero')
  })

  it('carries doubt through arithmetic', () => {
    const cause = makeCause('missing_value', { name: '核对' })
    const value = evaluate('a + 1 > 2', { values: { a: doubtful(rational.fromInteger(5), [cause]) } })
    expect(value).toMatchObject({ status: 'doubtful', content: true, causes: [cause] })
  })

  it('shows the reason of a default', () => {
    const value = evaluate('首个已知(a, b, "沿用上年数")', { values: { a: null, b: 7 } })
    expect(show(value)).toBe('7')
    expect(value.causes[0]?.message).toContain('沿用上年数')
    expect(run('首个已知(a, b, "无")', { values: { a: null, b: null } })).toBe('missing')
  })

  it('does not run the branches of a case that are not chosen', () => {
    expect(run('情形 b = 0 → 0; 否则 a ÷ b', { values: { a: 1, b: 0 } })).toBe('0')
  })

  it('answers a case whose condition is 未报 when every branch that may hold says the same', () => {
    const world = { values: { a: null, b: true, n: 5 } }
    expect(run('情形 a > 1 → n; 否则 5', world)).toBe('5')
    expect(run('情形 a > 2 → "甲"; a > 1 → "乙"; 否则 "甲"', world)).toBe('missing')
    expect(run('情形 a > 1 → 7; b → 7; 否则 1', world)).toBe('7')
    expect(evaluate('情形 a > 1 → n; 否则 5', world).causes.map(({ code }) => code)).toEqual(['missing_value'])
  })

  it('keeps the range of the branches that may hold, so that a comparison can be sure', () => {
    const world = { values: { a: null, b: false, n: 5 } }
    const either = '(情形 a > 2 → 20; b → 1; a > 1 → n; 否则 12)'
    expect(run(either, world)).toBe('missing')
    expect(run(`${either} ≥ 5`, world)).toBe('true')
    expect(run(`${either} × 2 > 40`, world)).toBe('false')
    expect(run(`${either} > 5`, world)).toBe('missing')
    expect(run('(情形 a > 2 → a; 否则 1) > 0', world)).toBe('missing')
  })

  it('takes no branch when a condition is an error or does not apply', () => {
    const world = { values: { a: null, n: notApplicable([]), zero: 0 } }
    expect(run('情形 1 ÷ zero > 1 → 1; 否则 1', world)).toBe('error')
    expect(run('情形 n > 1 → 1; 否则 1', world)).toBe('not_applicable')
  })
})

describe('limits at the edge', () => {
  it.each([
    ['85', '100', 'true'],
    ['84.999', '100', 'false'],
    ['17', '20', 'true'],
    ['2549', '3000', 'false'],
    ['2550', '3000', 'true'],
    ['0.85', '1', 'true'],
  ])('%s of %s reaches 85%%: %s', (part, whole, expected) => {
    const world = { values: { a: exact(part), b: exact(whole) }, units: { a: '人', b: '人' } }
    expect(run('a ÷ b ≥ 85%', world)).toBe(expected)
    expect(run('a ÷ b × 100 ≥ 85%', world)).toBe(expected)
    expect(run('a ÷ b × 100 ≥ 85', world)).toBe(expected)
    expect(run('a ≥ 85% × b', world)).toBe(expected)
  })
})

describe('rounding', () => {
  it.each([
    ['四舍五入(2.5)', '3'],
    ['四舍五入(-2.5)', '-3'],
    ['五成双(2.5)', '2'],
    ['五成双(3.5)', '4'],
    ['五成双(-2.5)', '-2'],
    ['五成双(2.5000001)', '3'],
    ['四舍五入(1 ÷ 3, 4)', '0.3333'],
    ['四舍五入(1.005, 2)', '1.01'],
    ['五成双(1.015, 2)', '1.02'],
    ['五成双(1.025, 2)', '1.02'],
    ['取整(-2.7)', '-2'],
    ['向下取整(-2.1)', '-3'],
    ['向上取整(25 ÷ 12)', '3'],
    ['向上取整(-2.1)', '-2'],
    ['绝对值(-1 ÷ 3)', '1/3'],
  ])('%s = %s', (source, expected) => {
    expect(run(source)).toBe(expected)
  })
})

describe('functions', () => {
  const world = { values: { 出生: { date: '2016-02-29' }, a: 3, b: 4, 名: '沙河实验学校' } }
  it.each([
    ['最大(a, b, 3.5)', '4'],
    ['最小(a, b)', '3'],
    ['平均(a, b)', '3.5'],
    ['中位(a, b, 100)', '4'],
    ['合计(a, b)', '7'],
    ['占比(a, b)', '0.75'],
    ['增长率(b, a)', '1/3'],
    ['区间内(a, 3, 4)', 'true'],
    ['区间内(a, 3.01, 4)', 'false'],
    ['相符(a, b, 1)', 'true'],
    ['相符(a, b, 0.99)', 'false'],
    ['任一(a > 3, b > 3)', 'true'],
    ['全部(a > 3, b > 3)', 'false'],
    ['年龄(出生, 2026-02-28)', '9'],
    ['年龄(出生, 2026-03-01)', '10'],
    ['学年(2026-08-31)', '2025-2026'],
    ['学年(2026-09-01)', '2026-2027'],
    ['年份(出生)', '2016'],
    ['月份(出生)', '2'],
    ['2026-03-01 - 2026-02-01', '28'],
    ['2026-01-31 + 1 日', '2026-02-01'],
    ['2026-03-01 - 1', '2026-02-28'],
    ['月份加(2026-01-31, 1)', '2026-02-28'],
    ['2026-03-01 > 出生', 'true'],
    ['长度(名)', '6'],
    ['开头是(名, "沙河")', 'true'],
    ['包含(名, "实验")', 'true'],
    ['已报(a)', 'true'],
    ['名 = "沙河实验学校"', 'true'],
    ['名 ≠ "其他"', 'true'],
  ])('%s = %s', (source, expected) => {
    expect(run(source, world)).toBe(expected)
  })

  it('reads last year through the environment, else says that it is not there', () => {
    const scalarAt = () => known(rational.fromInteger(80))
    expect(run('增长率(x)', { values: { x: 100 }, environment: { scalarAt } })).toBe('0.25')
    expect(run('x[上年]', { values: { x: 100 }, environment: { scalarAt } })).toBe('80')
    expect(evaluate('上年(x)', { values: { x: 100 } }).causes[0]?.code).toBe('qualifier_unavailable')
  })

  it('never assumes a calendar of working days', () => {
    const value = evaluate('工作日加(2027-01-04, 5)')
    expect(value.causes[0]).toMatchObject({ code: 'no_calendar', message: '没有2027年的工作日历，请先导入' })
    const addWorkdays = (date: string) => ({ date: `${date.slice(0, 8)}11` })
    expect(run('工作日加(2027-01-04, 5)', { environment: { addWorkdays } })).toBe('2027-01-11')
  })
})
