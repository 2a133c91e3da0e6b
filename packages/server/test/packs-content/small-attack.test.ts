import { join } from 'node:path'
import { layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import type { Outline } from '@eduduty/core/packs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { outlineOf } from '../../src/reports/drafts/outline-of-pack.ts'
import { evaluateRows } from './evaluate-rows.ts'
import { type Holds, type PrintedReport, readPrinted, roundedFrom, type Unknown, workOut } from './small-attack.ts'

const { loaded } = await readPack(join(process.cwd(), 'packs/dropout-control'), process.cwd())
if (loaded === undefined) throw new Error('the pack cannot be read')
const { pack } = loaded
const plan = planPack(pack)
const yearly = outlineOf(pack, 'province_yearly')

interface World {
  readonly out: number
  readonly unproven: number
  readonly dropped: number
  readonly back: number
  readonly disabledOut: number
  readonly otherDisabledOut: number
  readonly migrantsElsewhere: number
  readonly movedIn: number
  readonly movedOut: number
  readonly deceased: number
  readonly still: number
  readonly unexplained: number
}

const ENTERED = 100
const CHILDREN = 300
const times = <Row>(count: number, row: (at: number) => Row): Row[] => Array.from({ length: count }, (_, at) => row(at))
const school = { school_code: '2199000001' }

function cohortOf({ movedIn, movedOut, deceased, still, unexplained }: World) {
  const ends: readonly (readonly [string, number])[] = [
    ['转出', movedOut],
    ['死亡', deceased],
    ['在读', still],
    ['辍学', unexplained],
  ]
  const left = ends.flatMap(([end, count]) => times(count, () => end))
  const all = ENTERED + movedIn
  return times(all, (at) => ({
    ...school,
    cohort_no: `X${at}`,
    cohort_stage: '初中',
    cohort_entry: at < movedIn ? '转入' : '起始年级入学',
    cohort_outcome: left[at] ?? '毕业',
  }))
}

function registersOf(world: World) {
  const { out, unproven, dropped, back, disabledOut, otherDisabledOut, migrantsElsewhere } = world
  const cohort = cohortOf(world)
  const stateOf = (at: number): string => (at < out ? '辍学' : at < out + unproven ? '县外就读' : '县内就读')
  return {
    county_form: [
      {
        county_code: '990101',
        county_name: '甲县',
        migrant_children: 200,
        migrant_public: 200 - migrantsElsewhere,
      },
    ],
    township_basics: [{ township_code: '990101001', township_name: '甲镇' }],
    school_roster: [{ ...school, school_name: '甲初中', school_type: '初中', state: '在办' }],
    school_form: [
      {
        ...school,
        graduates: cohort.filter(({ cohort_outcome: end }) => end === '毕业').length,
        entrants: ENTERED,
        transfers_in: world.movedIn,
        transfers_out: world.movedOut,
        deaths: world.deceased,
      },
    ],
    child_register: times(CHILDREN, (at) => ({
      township_code: '990101001',
      child_no: `E${at}`,
      child_state: stateOf(at),
    })),
    attendance_counts: [
      {
        ...school,
        counted_month: '9',
        class_code: '701',
        class_stage: '初中',
        on_roll: 110,
        dropped,
        brought_back: back,
      },
    ],
    disabled_children: times(40, (at) => ({
      disabled_no: `C${at}`,
      disability_kind: at < 20 ? '视力' : '肢体',
      disabled_schooling: at < disabledOut || (at >= 20 && at < 20 + otherDisabledOut) ? '未入学' : '随班就读',
    })),
    cohort_roster: cohort,
  }
}

const printed = (world: World, outline: Outline): PrintedReport =>
  readPrinted(layOutReport(evaluateRows(plan, { 2025: registersOf(world) }), outline))

const columns = {
  entered: '入学（人）',
  movedIn: '转入（人）',
  graduated: '毕业（人）',
  movedOut: '转出（人）',
  deceased: '死亡（人）',
  still: '在读休学（人）',
  unexplained: '辍学和不明（人）',
} as const

type Counts = Readonly<Record<string, number>>
const of = (counts: Counts, name: string): number => counts[name] ?? Number.NaN

/** Table 2 of the class that left, both rates beside it, and the bound where that is said. */
function attackCohort({ text, cells }: PrintedReport) {
  const unknowns = Object.entries(columns).map(([name, column]): Unknown => {
    return { name, printed: cells.get(`初中 ${column}`) ?? '' }
  })
  const isFew = (name: string): boolean => unknowns.some((one) => one.name === name && one.printed.startsWith('不足'))
  const least = (counts: Counts, name: string): number => (isFew(name) ? 1 : of(counts, name))
  const most = (counts: Counts, name: string): number => (isFew(name) ? 4 : of(counts, name))
  const yearbook = /初中([\d.]+)%/.exec(text)?.[1]
  const form = /（申报表口径）([\d.]+)%/.exec(text)?.[1]
  const bound = /（申报表口径）不低于([\d.]+)%/.exec(text)?.[1]
  const holds: readonly Holds[] = [
    (c) => roundedFrom(yearbook, (of(c, 'graduated') / of(c, 'entered')) * 100),
    (c) =>
      roundedFrom(
        form,
        ((of(c, 'graduated') - of(c, 'movedIn') + of(c, 'movedOut')) / (of(c, 'entered') - of(c, 'deceased'))) * 100,
      ),
    (c) =>
      roundedFrom(
        bound,
        ((least(c, 'graduated') - most(c, 'movedIn') + least(c, 'movedOut')) /
          (most(c, 'entered') - least(c, 'deceased'))) *
          100,
      ),
  ]
  const rest = ['movedOut', 'deceased', 'still', 'unexplained'] as const
  const graduated = (c: Counts): number =>
    of(c, 'entered') + of(c, 'movedIn') - rest.reduce((sum, name) => sum + of(c, name), 0)
  return workOut(unknowns, holds, { name: 'graduated', from: graduated })
}

/** The first sentence: children out of school, without proof, and the rate or its bound. */
function attackChildren({ text }: PrintedReport) {
  const [, all = '', out = '', unproven = '', least, rate = ''] =
    /适龄儿童少年(\d+)人，未入学和辍学(不足\d|\d+)人，待补就读证明或批准手续(不足\d|\d+)人，有据入学率(不低于)?([\d.]+)%/.exec(
      text,
    ) ?? []
  expect(all).toBe(String(CHILDREN))
  const most = (counts: Counts, name: string, shown: string): number =>
    least !== undefined && shown.startsWith('不足') ? 4 : of(counts, name)
  return workOut(
    [
      { name: 'out', printed: out },
      { name: 'unproven', printed: unproven },
    ],
    [(c) => roundedFrom(rate, ((CHILDREN - most(c, 'out', out) - most(c, 'unproven', unproven)) / CHILDREN) * 100)],
  )
}

/** Table 1: dropouts and returns beside their rates. */
function attackStage({ cells }: PrintedReport) {
  const at = (column: string): string => cells.get(`初中 ${column}`) ?? ''
  return workOut(
    [
      { name: 'opening', printed: at('学年初在籍（人）') },
      { name: 'dropped', printed: at('新增辍学（人）') },
      { name: 'back', printed: at('复学（人）') },
    ],
    [
      (c) => roundedFrom(at('辍学率（%）'), (of(c, 'dropped') / of(c, 'opening')) * 100),
      (c) => roundedFrom(at('复学率（%）'), (of(c, 'back') / of(c, 'dropped')) * 100),
    ],
  )
}

const few = fc.integer({ min: 0, max: 7 })
const worlds: fc.Arbitrary<World> = fc.record({
  out: few,
  unproven: few,
  dropped: fc.integer({ min: 0, max: 7 }),
  back: few,
  disabledOut: few,
  otherDisabledOut: few,
  migrantsElsewhere: few,
  movedIn: few,
  movedOut: few,
  deceased: few,
  still: few,
  unexplained: few,
})

const workedOut = (found: ReadonlyMap<string, ReadonlySet<number>>): readonly string[] =>
  [...found].filter(([, values]) => values.size < 2).map(([name]) => name)

test('no count told as few can be worked out from the tables, rates and bounds that stand beside it', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const report = printed(world, yearly)
      for (const attack of [attackCohort, attackChildren, attackStage]) expect(workedOut(attack(report))).toEqual([])
      const isFew = (count: number): boolean => count > 0 && count < 5
      if (isFew(world.disabledOut)) expect(report.text).not.toMatch(/三类残疾儿童少年入学率[\d.]+%/)
      if (isFew(world.disabledOut + world.otherDisabledOut)) expect(report.text).not.toMatch(/持证残疾儿童少年入学率\d/)
      if (isFew(world.migrantsElsewhere)) expect(report.text).not.toMatch(/公办学校就读的占\d/)
    }),
    { numRuns: 30 },
  )
})

const deaths: World = {
  out: 9,
  unproven: 9,
  dropped: 0,
  back: 0,
  disabledOut: 0,
  otherDisabledOut: 0,
  migrantsElsewhere: 0,
  movedIn: 6,
  movedOut: 8,
  deceased: 2,
  still: 7,
  unexplained: 0,
}

test('the reader gets a bound of 申报表口径巩固率 in place of the rate that gives the deaths away', () => {
  const { text, cells } = printed(deaths, yearly)
  expect(cells.get('初中 学年初在籍（人）')).toBe('110')
  expect(cells.get('初中 死亡（人）')).toBe('不足5')
  expect(text).toMatch(/初中三年巩固率（申报表口径）不低于\d+\.\d\d%/)
  expect(printed({ ...deaths, deceased: 0 }, yearly).text).toContain('初中三年巩固率（申报表口径）93.00%')
})

test('without the rule for the rate the same attack finds the deaths', () => {
  const small = (yearly.small ?? []).map(({ rates: _, bounds: __, ...rest }) => rest)
  expect(workedOut(attackCohort(printed(deaths, { ...yearly, small })))).toContain('deceased')
})
