import { expect, test } from 'vitest'
import { countyRows, evaluate, rated, row, smallPack, withIndicators } from './small-county.ts'

const early = { code: 'A', primary: '100', books: '1600', more: { built_early: true } }

test('a conditional line applies while it is in force, with its reason', () => {
  const figure = evaluate(countyRows([early], {}, 2024)).figure('books_each', 'A/小学')
  expect(figure).toMatchObject({ state: 'met', standard: { value: '15', reason: '早年规划建成', transitional: true } })
})

test('an expired conditional line does not apply', () => {
  const figure = evaluate(countyRows([early], {}, 2025)).figure('books_each', 'A/小学')
  expect(figure).toMatchObject({ state: 'unmet', standard: { value: '20' } })
  expect(figure?.standard?.reason).toBeUndefined()
})

test('an unanswered condition leaves the light open only where the two lines disagree', () => {
  const state = (books: string) => {
    const rows = countyRows([{ code: 'A', primary: '100', books }], {}, 2024).map((item) => {
      const { built_early: _, ...values } = item.values
      return item.register === 'form' ? { ...item, values } : item
    })
    return evaluate(rows).figure('books_each', 'A/小学')?.state
  }
  expect([state('1400'), state('1600'), state('2500')]).toEqual(['unmet', 'undecided', 'met'])
})

test('pupils of both stages share what the school has in proportion; each stage has its own line', () => {
  const county = evaluate(countyRows([{ code: 'A', primary: '300', junior: '100', books: '10000' }]))
  expect(county.figure('books_here', 'A/小学')?.value).toBe('7500')
  expect(county.figure('books_here', 'A/初中')?.value).toBe('2500')
  expect(county.figure('books_each', 'A/小学')).toMatchObject({ state: 'met', standard: { value: '20' } })
  expect(county.figure('books_each', 'A/初中')).toMatchObject({ state: 'unmet', standard: { value: '30' } })
})

test('excluded subjects stay listed with their reason and count nowhere', () => {
  const tiny = { code: 'T', primary: '30', books: '1', roster: { point: true } }
  const closed = { code: 'Z', primary: '100', silent: true, roster: { closed: true } }
  const county = evaluate(countyRows([{ code: 'A', primary: '100', books: '2500' }, tiny, closed]))
  const { subjects, sections, coverage } = county.assessment()
  expect(
    subjects.filter((subject) => !subject.included).map((subject) => [subject.id, subject.exclusion?.reason]),
  ).toEqual([
    ['T/小学', '不足50人的教学点'],
    ['Z/小学', '学校已停办'],
  ])
  expect(sections[0]?.items[0]).toMatchObject({ state: 'met', counts: { met: 1, unmet: 0 } })
  expect(coverage.registers.find((register) => register.register === 'form')).toMatchObject({
    expected: 2,
    missing: [],
  })
})

test('a subject whose exclusion depends on a missing cell leaves the count open', () => {
  const unknown = { code: 'T', primary: '30', silent: true, roster: { point: true } }
  const county = evaluate(countyRows([{ code: 'A', primary: '100', books: '2500' }, unknown]))
  expect(county.stateOf('books_each')).toBe('undecided')
})

test('last year is known where the folder holds it; history keeps its county figures', () => {
  const growth = {
    ...rated,
    id: 'growth',
    title: '支出增长',
    grain: 'county',
    formula: '县表.支出 - 县表.支出[上年]',
    unit: '万元',
    standard: '> 0',
  }
  const rows = [...countyRows([early], { spending: '10' }, 2024), ...countyRows([early], { spending: '12.5' }, 2025)]
  const county = evaluate(rows, withIndicators(growth))
  expect(county.figure('growth', 'county')).toMatchObject({ value: '2.5', state: 'met' })
  expect(evaluate(countyRows([early]), withIndicators(growth)).figure('growth', 'county')?.status).toBe('missing')
  const { history } = county.assessment()
  expect(
    history.map((year) => [
      year.year,
      year.figures.some((figure) => figure.subject === '小学'),
      year.figures.some((figure) => figure.subject.startsWith('A')),
    ]),
  ).toEqual([[2024, true, false]])
})

test('a failed hard check makes what depends on its cells doubtful: the value stays and is flagged', () => {
  const rows = countyRows([
    { code: 'A', primary: '100', books: '0' },
    { code: 'B', primary: '100', books: '2500' },
  ])
  const county = evaluate(rows)
  expect(county.figure('books_each', 'A/小学')).toMatchObject({ status: 'doubtful', value: '0', state: 'unmet' })
  expect(county.figure('books_each', 'B/小学')?.status).toBe('known')
  expect(county.assessment().findings).toContainEqual(
    expect.objectContaining({ code: 'hard_check', unit: 'A', column: 'books', message: '学校A：图书为0，学生有100人' }),
  )
})

test('formulas that go round in a circle are errors that say so, and stop nothing else', () => {
  const left = { ...rated, id: 'left', title: '左', grain: 'county', formula: '右 + 1', standard: '> 0' }
  const right = { ...rated, id: 'right', title: '右', grain: 'county', formula: '左 + 1', standard: '> 0' }
  const county = evaluate(countyRows([early]), withIndicators(left, right))
  expect(county.figure('left', 'county')).toMatchObject({ status: 'error', state: 'error' })
  expect(county.figure('books_each', 'A/小学')?.status).toBe('known')
})

test('a register of units of another year stands in, and a note says so', () => {
  const [roster, ...rest] = [
    countyRows([early], {}, 2024).filter((item) => item.register === 'roster'),
    ...[countyRows([early], {}, 2025).filter((item) => item.register !== 'roster')],
  ]
  const county = evaluate([...roster, ...(rest[0] ?? []), row('county_form', {}, 2025)], smallPack, { year: 2025 })
  expect(county.assessment().findings.some((finding) => finding.code === 'roster_of_other_year')).toBe(true)
  expect(county.figure('books_each', 'A/小学')?.shown).toBe('16.00')
})

test('an exclusion, a condition or a verdict that asks for itself is answered, not asked for ever', () => {
  const around = { id: 'around', when: '县学段.均值 > 1', reason: '绕回' }
  const grains = (smallPack.grains ?? []).map((grain) =>
    grain.id === 'school_stage' ? { ...grain, exclusions: [around] } : grain,
  )
  const mean = { id: 'mean', title: '均值', grain: 'county_stage', formula: '平均(学校学段.学生数)' }
  const verdict = { title: '总结论', formula: '总结论.达标', met: '是', unmet: '否' }
  const county = evaluate(countyRows([early]), {
    ...smallPack,
    grains,
    elements: [...(smallPack.elements ?? []), mean],
    verdict,
  })
  expect(county.assessment().verdict.state).toBe('error')
  expect(county.figure('mean', '小学')?.status).toBe('missing')
})

test('an indicator out of force on the evaluation date is not judged', () => {
  const old = {
    ...rated,
    id: 'old',
    title: '旧项',
    grain: 'county',
    formula: '县表.支出',
    unit: '万元',
    standard: '> 100',
    until: '2020-12-31',
  }
  expect(evaluate(countyRows([early]), withIndicators(old)).figure('old', 'county')?.state).toBe('not_applicable')
})

test('codes that stand in order are compared by their place, also for the one row of a subject', () => {
  const levels = {
    id: 'levels',
    title: '办学层次',
    ordered: true as const,
    codes: [
      { code: 'x', title: '教学点' },
      { code: 'b', title: '完全小学' },
      { code: 'a', title: '中心校' },
    ],
  }
  const registers = smallPack.registers.map((register) =>
    register.id === 'roster'
      ? {
          ...register,
          columns: [
            ...register.columns,
            { id: 'level', title: '层次', type: 'code' as const, codes: 'levels', required: true },
          ],
        }
      : register,
  )
  const counted = {
    ...rated,
    id: 'whole',
    title: '完小以上',
    grain: 'county',
    formula: '计数(名册[层次 ≥ 完全小学])',
    unit: '所',
    standard: '≥ 2',
  }
  const own = {
    ...rated,
    id: 'own',
    title: '本校层次',
    grain: 'school_grain',
    formula: '情形 名册.层次 > 教学点 → 1; 否则 0',
    standard: '≥ 1',
  }
  const pack = { ...withIndicators(counted, own), registers, codes: [levels] }
  const schools = ['x', 'b', 'a'].map((level, index) => ({
    code: `S${index}`,
    primary: '100',
    books: '2500',
    roster: { level },
  }))
  const county = evaluate(countyRows(schools), pack)
  expect(county.figure('whole', 'county')).toMatchObject({ value: '2', state: 'met' })
  expect(['S0', 'S1', 'S2'].map((code) => county.figure('own', code)?.state)).toEqual(['unmet', 'met', 'met'])
})
