import { expect, test } from 'vitest'
import { countyRows, evaluate, rated, withIndicators } from './small-county.ts'

// By hand: pupils 100, 200, 100; books each 10, 20, 30. Mean 8000 ÷ 400 = 20;
// variance (100×100 + 0 + 100×100) ÷ 400 = 50; S = 7.0710678…; CV = 0.35355339…, CV² = 50 ÷ 400 = 0.125.
const three = [
  { code: 'A', primary: '100', books: '1000' },
  { code: 'B', primary: '200', books: '4000' },
  { code: 'C', primary: '100', books: '3000' },
]

test('the weighted coefficient of three schools is what a hand calculates, with the share of each', () => {
  const county = evaluate(countyRows(three))
  expect(county.figure('books_spread', '小学')?.shown).toBe('0.3536')
  const dispersion = county.assessment().dispersions.find((found) => found.figure === 'books_spread@小学')
  expect(dispersion).toMatchObject({
    mean: '20.000000',
    deviation: '7.071068',
    coefficient: '0.353553',
    limit: '0.5',
    state: 'met',
  })
  expect(dispersion?.contributions.map(({ name, share, above }) => [name, share, above])).toEqual([
    ['学校A', '0.500000', false],
    ['学校C', '0.500000', true],
    ['学校B', '0.000000', false],
  ])
})

test('lifting all schools below the proposed floor just keeps the limit, and a hundredth less does not', () => {
  const spread = [
    { code: 'A', primary: '100', books: '200' },
    { code: 'B', primary: '100', books: '2000' },
    { code: 'C', primary: '100', books: '4000' },
  ]
  const county = evaluate(countyRows(spread))
  const found = county.assessment().dispersions.find((dispersion) => dispersion.figure === 'books_spread@小学')
  expect(found?.state).toBe('unmet')
  const floor = Number(found?.level_up?.floor)
  const state = (books: number) =>
    evaluate(
      countyRows([{ code: 'A', primary: '100', books: String(Math.round(books * 100)) }, ...spread.slice(1)]),
    ).figure('books_spread', '小学')?.state
  expect([state(floor), state(floor - 0.01)]).toEqual(['met', 'unmet'])
  expect(found?.level_up).toMatchObject({ schools: 1, unit: '册', total: String(Math.round((floor - 2) * 100)) })
})

test.each([
  ['one school', three.slice(0, 1)],
  ['a mean of zero', three.map((school) => ({ ...school, books: '0' }))],
])('%s: not computable, never zero', (_, schools) => {
  const figure = evaluate(countyRows(schools)).figure('books_spread', '小学')
  expect(figure).toMatchObject({ status: 'not_applicable', shown: '不适用', state: 'not_applicable' })
  expect(figure?.value).toBeUndefined()
  expect(figure?.causes?.[0]?.message).toContain('不可计算')
})

test('a coefficient exactly at its limit is met; it is judged on squares', () => {
  // Two schools of the same size with 1 and 3: CV = 0.5 exactly.
  const county = evaluate(
    countyRows([
      { code: 'A', primary: '100', books: '2000' },
      { code: 'B', primary: '100', books: '6000' },
    ]),
  )
  expect(county.figure('books_spread', '小学')).toMatchObject({ state: 'met', shown: '0.5000' })
})

test('85 per cent of the line is enough to the digit: exactly 85 % passes, 84.999 % fails', () => {
  const rest = {
    ...rated,
    id: 'nearly',
    title: '接近线',
    grain: 'school_stage',
    formula: '全部(两项, 值 ≥ 标准值 × 85%)',
  }
  const state = (books: string) =>
    evaluate(countyRows([{ code: 'A', primary: '1000', books }]), withIndicators(rest)).figure('nearly', 'A/小学')
      ?.state
  expect([state('17000'), state('16999.8'), state('16999')]).toEqual(['met', 'unmet', 'unmet'])
})
