import { expect, test } from 'vitest'
import { allTraces } from '../../src/evaluation/index.ts'
import { known, rational } from '../../src/formula/index.ts'
import { countyRows, evaluate, smallPack } from './small-county.ts'

const county = evaluate(
  countyRows([
    { code: 'A', primary: '100', books: '2500' },
    { code: 'B', primary: '300', books: '3000' },
    { code: 'C', primary: '100', silent: true },
    { code: 'D', junior: '100', books: '9000' },
  ]),
)

test('a document may ask any formula at a place and learns the figures it stands on', () => {
  const answer = county.evaluateAt('county_stage', '小学', '计数(学校学段[生均图书.达标 或 生均图书 < 1])')
  expect(answer.problems).toEqual([])
  expect(answer.figures).toEqual(['books_each@A/小学', 'books_each@B/小学', 'books_each@C/小学'])
  expect(county.truthAt('county', 'county', '资源配置')).toMatchObject({ truth: false })
})

test('a formula with a mistake is answered with the mistake, not thrown', () => {
  const answer = county.evaluateAt('county', 'county', '没有的名称 + 1')
  expect(answer.value.status).toBe('error')
  expect(answer.problems[0]?.message).toContain('没有的名称')
})

test('subjects are listed by condition and order; those with an unknown key come last', () => {
  const listed = county.listSubjects('school_stage', { where: '学段 = "小学"', orderBy: '生均图书' })
  expect(listed.subjects.map((subject) => subject.id)).toEqual(['B/小学', 'A/小学', 'C/小学'])
  const down = county.listSubjects('school_stage', { orderBy: '生均图书', descending: true, limit: 1 })
  expect(down.subjects.map((subject) => subject.name)).toEqual(['学校D'])
})

test('names that exist only where the formula stands are understood', () => {
  const answer = county.evaluateAt('county', 'county', '序号 + 1', { 序号: known(rational.fromInteger(4)) })
  expect(answer.value.content).toEqual(rational.fromInteger(5))
})

test('every figure can be walked back: its trace names the parameter, the cells, its inputs and its users', () => {
  const traces = new Map([...allTraces(county.evaluation)].map((trace) => [trace.figure, trace]))
  const trace = traces.get('books_each@B/小学')
  expect(trace).toMatchObject({
    formula: '图书数 ÷ 学生数',
    substituted: '3000 ÷ 300',
    shown: '10.00',
    state: 'unmet',
    inputs: [{ figure: 'books_here@B/小学' }, { figure: 'pupils@B/小学', unit: '人' }],
    parameters: [{ id: 'books_line', value: '20' }],
  })
  expect(trace?.used_by).toContain('books_spread@小学')
  expect(traces.get('pupils@B/小学')?.aggregates[0]).toMatchObject({
    register: 'form',
    rows: [{ unit: 'B', cells: [{ value: '300', at: { file: '甲.xlsx' } }] }],
  })
  expect(traces.get('all_pupils@county')?.aggregates[0]).toMatchObject({ row_count: 3, missing: [{ unit: 'C' }] })
})

test('a long aggregate lists what fails first, then what is doubtful or missing', () => {
  const fine = Array.from({ length: 210 }, (_, at) => ({ code: `S${at}`, primary: '10', books: '300' }))
  const bad = [
    { code: 'X', primary: '10' },
    { code: 'Y', primary: '10', books: '0' },
    { code: 'Z', primary: '10', books: '100' },
  ]
  const long = evaluate(countyRows([...fine, ...bad]), {
    ...smallPack,
    elements: [
      ...(smallPack.elements ?? []),
      { id: 'all_books', title: '全县图书', grain: 'county', unit: '册', formula: '合计(填报表.图书)' },
      { id: 'rich', title: '都有图书', grain: 'county', formula: '全部(填报表, 图书 ≥ 200)' },
    ],
  })
  const traces = new Map([...allTraces(long.evaluation)].map((trace) => [trace.figure, trace.aggregates[0]]))
  const unitsOf = (figure: string) => traces.get(figure)?.rows.map(({ unit }) => unit)
  expect(unitsOf('all_books@county')?.slice(0, 3)).toEqual(['X', 'Y', 'S0'])
  expect(unitsOf('rich@county')?.slice(0, 4)).toEqual(['Y', 'Z', 'X', 'S0'])
  expect(unitsOf('rich@county')?.length).toBe(200)
  expect(traces.get('books_spread@小学')?.figures.slice(0, 6)).toEqual(
    ['Y', 'Z', 'X'].flatMap((code) => [`books_each@${code}/小学`, `pupils@${code}/小学`]),
  )
})

test('rows that a formula names twice are told once', () => {
  const formula = '合计(填报表.图书) × 2 - 合计(填报表.图书)'
  const twice = evaluate(countyRows([{ code: 'A', primary: '10', books: '400' }]), {
    ...smallPack,
    elements: [...(smallPack.elements ?? []), { id: 'twice', title: '图书', grain: 'county', unit: '册', formula }],
  })
  const trace = [...allTraces(twice.evaluation)].find(({ figure }) => figure === 'twice@county')
  expect(trace?.shown).toBe('400')
  expect(trace?.aggregates.map(({ result }) => result)).toEqual(['400'])
})

test('all figures that a trace names exist', () => {
  const traces = [...allTraces(county.evaluation)]
  const known = new Set(traces.map((trace) => trace.figure))
  const named = traces.flatMap((trace) => [
    ...trace.inputs.map((input) => input.figure),
    ...trace.used_by,
    ...trace.aggregates.flatMap((use) => use.figures),
  ])
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((figure) => !known.has(figure))).toEqual([])
})

test('formulas print in Chinese under the titles of the pack, and read back as the same formula', () => {
  const texts = new Map(county.assessment().nodes.map((node) => [node.id, Object.values(node.formula)[0]]))
  expect(texts.get('big_enough')).toBe('计数(学校学段[生均图书.达标]) ÷ 计数(学校学段)')
  expect(county.evaluateAt('county', 'county', texts.get('big_enough') ?? '').problems).toEqual([])
  const asked = county.evaluateAt('county', 'county', '参数.spread_line.小学 + 参数.差异线.初中')
  expect(asked.problems).toEqual([])
})
