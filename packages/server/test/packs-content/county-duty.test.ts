import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import { evaluateCounty, planPack, type RatedSubject } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty } from './duty-county.ts'

const { loaded, problems } = await readPack('county-duty', process.cwd())
if (loaded === undefined) throw new Error(`the pack county-duty has mistakes: ${JSON.stringify(problems)}`)
const { pack } = loaded
const plan = planPack(pack)
const county = dutyCounty(pack)

const row = (register: string, values: Readonly<Record<string, CellValue>>, year = 2025): RegisterRow => ({
  register,
  year,
  values,
  source: { file: `${register}.xlsx`, sheet: register, row: undefined, cellOf: (id) => id },
})

const schemeOf = (year: number) =>
  row(
    'duty_scheme',
    {
      scheme_document: '某市2025年评价方案',
      best_line: '90',
      pass_line: '60',
      unsafe_limit: '3',
      veto_fraud: true,
      downgrade_accident: true,
      cap_unsafe_use: true,
    },
    year,
  )

const events = (struck: readonly string[] = [], year = 2025): RegisterRow[] =>
  ['事项1', '事项2', '事项3'].map((event) =>
    row(
      'duty_events',
      { duty_event: event, event_occurred: struck.includes(event), event_explanation: '详见通报' },
      year,
    ),
  )

const items = ['领导1', '领导2', '领导3', '质量2', '质量3', '督导1'].map((item) =>
  row('duty_items', { duty_item: item, duty_conclusion: '3', duty_grounds: '已落实', duty_evidence: '会议纪要' }),
)

const buildings = (unsafe: string): RegisterRow[] =>
  county.flatMap(({ register, year, values }) =>
    register === 'school_roster' && year === 2025
      ? [
          row('school_buildings', {
            school_code: values.school_code ?? '',
            buildings_area: '1000',
            unsafe_area: unsafe,
          }),
        ]
      : [],
  )

/** Everybody reported, and all is well but for one child who is not in school: half of the four points for that. */
const sound: readonly RegisterRow[] = [
  ...county,
  schemeOf(2024),
  schemeOf(2025),
  ...events([], 2024),
  ...events(),
  ...items,
  ...buildings('0'),
]

function rate(rows: readonly RegisterRow[]): RatedSubject {
  const input = { packHash: '', snapshot: '', runId: '', program: '', year: 2025 }
  const subject = evaluateCounty({ ...input, plan, rows }).assessment().ratings?.[0]?.subjects[0]
  if (subject === undefined) throw new Error('not rated')
  return subject
}

const without = (register: string) => sound.filter((one) => one.register !== register)

/** The same rows with other cells in those of a register and year. */
function changed(register: string, year: number, cells: (now: RegisterRow['values']) => RegisterRow['values']) {
  return sound.map((one) =>
    one.register === register && one.year === year ? { ...one, values: { ...one.values, ...cells(one.values) } } : one,
  )
}

const lost = (rows: readonly RegisterRow[]): readonly string[] => {
  const now = new Map(rate(rows).items.map(({ indicator, points }) => [indicator, points.value]))
  return rate(sound).items.flatMap(({ indicator, points }) => (now.get(indicator) === points.value ? [] : [indicator]))
}

test('a county that does nearly all it owes comes to 98 points and the best grade', () => {
  expect(rate(sound)).toMatchObject({ points: { value: '98' }, base: '先进', grade: '先进', passed: true })
})

test('without the scheme of the year there are points, but for the limit that it sets, and no grade', () => {
  const { points, base, grade, possible } = rate(without('duty_scheme'))
  expect(points).toMatchObject({ low: '93', high: '98' })
  expect([base, grade]).toEqual([undefined, undefined])
  expect(possible).toEqual(['先进', '合格', '不合格'])
})

test('each effect changes the grade and leaves the points', () => {
  const struck = (event: string, year = 2025) =>
    rate([...without('duty_events'), ...[2024, 2025].flatMap((each) => events(each === year ? [event] : [], each))])
  expect(struck('事项1')).toMatchObject({ points: { value: '98' }, base: '先进', grade: '不合格' })
  expect(struck('事项2')).toMatchObject({ points: { value: '98' }, base: '先进', grade: '合格' })
  // An accident counts for two years, what was made up only in its own.
  expect(struck('事项2', 2024).grade).toBe('合格')
  expect(struck('事项1', 2024).grade).toBe('先进')
  expect(struck('事项3').text).toContain('因“在D级危房中教学或住宿”封顶，最高评为“合格”')
})

test('D级危房 over the limit of the scheme: 93 points and still not the best grade', () => {
  const rated = rate([...without('school_buildings'), ...buildings('31')])
  expect(rated).toMatchObject({ points: { value: '93' }, base: '先进', grade: '合格' })
  expect(rate([...without('school_buildings'), ...buildings('30')])).toMatchObject({
    points: { value: '98' },
    grade: '先进',
  })
})

test('an effect that the scheme does not know does nothing', () => {
  const mild = sound.map((one) =>
    one.register === 'duty_scheme' ? { ...one, values: { ...one.values, veto_fraud: false } } : one,
  )
  const rows = [...mild.filter(({ register }) => register !== 'duty_events'), ...events([], 2024), ...events(['事项1'])]
  expect(rate(rows)).toMatchObject({ grade: '先进', effects: [] })
})

/** Growth worked out by hand: the same sum as last year is no growth, one cent more than the line is. */
test.each([
  ['budget_education', ['budget_up', 'budget_each_up']],
  ['recurrent_revenue', []],
])('%s as it was last year costs %j', (column, expected) => {
  const last = county.find(({ register, year }) => register === 'county_finance' && year === 2024)?.values[column] ?? ''
  expect(lost(changed('county_finance', 2025, () => ({ [column]: last })))).toEqual(expected)
})

test('the allocation of every stage has to grow faster than the recurrent revenue, not as fast', () => {
  const of = (register: string, year: number, stage?: string) =>
    county.find(
      (one) =>
        one.register === register && one.year === year && (stage === undefined || one.values.finance_stage === stage),
    )?.values ?? {}
  const revenue = (year: number) => BigInt(Math.round(Number(of('county_finance', year).recurrent_revenue) * 100))
  const stage = String(county.find(({ register }) => register === 'stage_finance')?.values.finance_stage)
  const before = BigInt(Math.round(Number(of('stage_finance', 2024, stage).stage_allocation) * 100))
  // Money of this year that grows exactly as fast, in hundredths of 万元, rounded down: not faster.
  const line = (before * revenue(2025)) / revenue(2024)
  const put = (hundredths: bigint) =>
    sound.map((one) =>
      one.register === 'stage_finance' && one.year === 2025 && one.values.finance_stage === stage
        ? { ...one, values: { ...one.values, stage_allocation: (Number(hundredths) / 100).toFixed(2) } }
        : one,
    )
  expect(lost(put(line))).toContain('growth_all')
  expect(lost(put(line + 1n))).not.toContain('growth_all')
})

test('one stage that was not reported leaves the finance items open and gives the range of points', () => {
  const [first] = sound.filter(({ register, year }) => register === 'stage_finance' && year === 2025)
  const { points, grade, possible } = rate(sound.filter((one) => one !== first))
  expect(points).toEqual({ shown: '81.0～98.0', low: '81', high: '98' })
  expect(grade).toBeUndefined()
  expect(possible).toEqual(['先进', '合格'])
})
