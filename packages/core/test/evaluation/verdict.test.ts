import { expect, test } from 'vitest'
import { countyRows, evaluate } from './small-county.ts'

const good = [
  { code: 'A', primary: '100', books: '2500' },
  { code: 'B', primary: '300', books: '9000' },
  { code: 'C', junior: '200', books: '6200' },
  { code: 'D', junior: '200', books: '8000' },
]

test('a county whose every item is met is met, with its reason', () => {
  const { verdict, sections } = evaluate(countyRows(good)).assessment()
  expect(sections.map((section) => section.state)).toEqual(['met', 'met'])
  expect(verdict.state).toBe('met')
  expect(verdict.text).toBe('全县达标')
  expect(verdict.deciding).toEqual([])
})

test('one school below its line makes the item and the county unmet, with the gap in whole books', () => {
  const county = evaluate(countyRows([...good.slice(1), { code: 'A', primary: '100', books: '1983' }]))
  const figure = county.figure('books_each', 'A/小学')
  expect(figure?.state).toBe('unmet')
  expect(figure?.shown).toBe('19.83')
  expect(figure?.standard?.text).toBe('≥ 20册/生')
  expect(figure?.gap?.text).toBe('还差17册')
  const { verdict, sections } = county.assessment()
  expect(verdict.state).toBe('unmet')
  expect(sections[0]?.items[0]?.gap?.amount).toBe('17')
  expect(verdict.reasons[0]).toBe(
    '生均图书：4 个学校学段中 1 个未达标：学校A（小学） 19.83 册/生，标准为不低于 20，还差 17 册。',
  )
})

test('a struck veto fails a county that meets everything else', () => {
  const { verdict, effects } = evaluate(countyRows(good, { fraud: true })).assessment()
  expect(effects[0]?.state).toBe('struck')
  expect(verdict.state).toBe('unmet')
  expect(verdict.reasons[0]).toContain('弄虚作假')
})

test('a silent school leaves the verdict open and is named as the one who decides it', () => {
  const silent = { code: 'E', primary: '100', silent: true }
  const { verdict, coverage, findings } = evaluate(countyRows([...good, silent])).assessment()
  expect(verdict.state).toBe('undecided')
  expect(verdict.deciding.map((cause) => [cause.unit, cause.register])).toEqual([['E', 'form']])
  expect(coverage.registers.find((register) => register.register === 'form')).toMatchObject({
    expected: 5,
    reported: 4,
    missing: [{ unit: 'E' }],
  })
  expect(findings.some((finding) => finding.code === 'missing_form' && finding.unit === 'E')).toBe(true)
})

test('a silent school does not matter where another school already decides', () => {
  const rows = countyRows([
    ...good,
    { code: 'E', primary: '100', silent: true },
    { code: 'F', primary: '100', books: '100' },
  ])
  const county = evaluate(rows)
  expect(county.stateOf('books_each')).toBe('unmet')
  expect(county.assessment().verdict.state).toBe('unmet')
  expect(county.assessment().verdict.deciding).toEqual([])
})

test('an open item that cannot turn the verdict asks nobody', () => {
  const rows = countyRows([...good, { code: 'E', primary: '100', silent: true }])
  const pack = evaluate(rows).pack
  const either = {
    ...pack,
    verdict: { title: '总结论', formula: '资源配置 或 计数(填报表) ≥ 1', met: '是', unmet: '否' },
  }
  const { verdict } = evaluate(rows, {
    ...either,
    verdict: { ...either.verdict, formula: '资源配置 或 非 县表.弄虚作假' },
  }).assessment()
  expect(verdict.state).toBe('met')
  expect(verdict.deciding).toEqual([])
})

test('what a missing school holds does not matter where bounds decide: half of the schools are met whatever it says', () => {
  const rows = countyRows([...good, { code: 'E', primary: '100', silent: true }])
  const figure = evaluate(rows).figure('big_enough', 'county')
  expect(figure?.status).toBe('missing')
  expect(figure?.state).toBe('met')
})

test('an empty cell is missing with its register, unit and column; it is never zero', () => {
  const figure = evaluate(countyRows([{ code: 'A', primary: '100' }])).figure('books_each', 'A/小学')
  expect(figure?.status).toBe('missing')
  expect(figure?.shown).toBe('未报')
  expect(figure?.state).toBe('undecided')
  expect(figure?.causes).toEqual([
    expect.objectContaining({ register: 'form', unit: 'A', column: 'books', unit_name: '学校A' }),
  ])
})

test('a form of a school that the roster does not know is reported and not counted', () => {
  const rows = countyRows(good)
  const stranger = countyRows([{ code: 'Z', primary: '999', books: '1' }]).filter((row) => row.register === 'form')
  const { findings, figures } = evaluate([...rows, ...stranger]).assessment()
  expect(findings.find((finding) => finding.code === 'unknown_unit')).toMatchObject({ found: 'Z', level: 'error' })
  expect(figures.find((figure) => figure.id === 'all_pupils@county')?.value).toBe('800')
})

test('the same data give the same document, whatever was evaluated before', () => {
  const rows = countyRows(good)
  expect(JSON.stringify(evaluate(rows).assessment())).toBe(JSON.stringify(evaluate(rows).assessment()))
})

test('titles of what is evaluated and of the columns read come with the result', () => {
  const { grains, registers, subjects, findings } = evaluate(
    countyRows([...good, { code: 'E', primary: '100', silent: true }]),
  ).assessment()
  const titled = new Set(grains?.map((grain) => grain.id))
  expect(subjects.filter((subject) => !titled.has(subject.grain))).toEqual([])
  expect(grains?.every((grain) => /\p{Script=Han}/u.test(grain.title))).toBe(true)
  const missing = findings.find((finding) => finding.code === 'missing_form')
  expect(registers?.find((register) => register.id === missing?.register)?.columns.length).toBeGreaterThan(0)
})
