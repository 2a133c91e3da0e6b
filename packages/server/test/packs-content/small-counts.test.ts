import { join } from 'node:path'
import { keepingBack, layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import { describe, expect, it, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { outlineOf } from '../../src/reports/drafts/outline-of-pack.ts'
import { printBinding } from '../../src/reports/drafts/print-binding.ts'
import { evaluateRows } from './evaluate-rows.ts'

const { loaded } = await readPack(join(process.cwd(), 'packs/dropout-control'), process.cwd())
if (loaded === undefined) throw new Error('the pack cannot be read')
const { pack } = loaded
const plan = planPack(pack)
const LINE = 5

interface Counts {
  readonly out: number
  readonly unproven: number
  readonly disabledOut?: number
  readonly hardshipOut?: number
  readonly lost?: number
}

const times = <Row>(count: number, row: (at: number) => Row): Row[] => Array.from({ length: count }, (_, at) => row(at))

/** 300 children of one township, 40 with a certificate, and a cohort of 120, so many of each out of school. */
function registersOf({ out, unproven, disabledOut = 0, hardshipOut = 0, lost = 0 }: Counts) {
  const stateOf = (at: number): string => (at < out ? '辍学' : at < out + unproven ? '县外就读' : '县内就读')
  return {
    township_basics: [{ township_code: '990101001', township_name: '甲镇' }],
    school_roster: [{ school_code: '2199000001', school_name: '甲初中', school_type: '初中', state: '在办' }],
    child_register: times(300, (at) => ({
      township_code: '990101001',
      child_no: `E${at}`,
      child_state: stateOf(at),
    })),
    disabled_children: times(40, (at) => ({
      disabled_no: `C${at}`,
      disability_kind: '视力',
      disabled_schooling: at < disabledOut ? '未入学' : '随班就读',
    })),
    hardship_children: times(60, (at) => ({
      hardship_no: `H${at}`,
      child_state: at < hardshipOut ? '辍学' : '县内就读',
    })),
    cohort_roster: times(120, (at) => ({
      school_code: '2199000001',
      cohort_no: `X${at}`,
      cohort_stage: '初中',
      cohort_entry: '起始年级入学',
      cohort_outcome: at < lost ? '辍学' : '毕业',
    })),
  }
}

/** Everything that the report prints, sentences and cells, and the formulas that its numbers are bound to. */
function reportOf(id: string, counts: Counts) {
  const { blocks } = layOutReport(evaluateRows(plan, { 2025: registersOf(counts) }), outlineOf(pack, id))
  const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.grid.cells.map(({ output }) => output) : []))
  return {
    text: sentences.map(({ text }) => text).join(''),
    told: JSON.stringify([sentences.map(({ text, figures, pieces }) => ({ text, figures, pieces })), cells]),
  }
}

const few = [1, 2, 3, 4]

describe.each(['city_termly', 'province_yearly'])('the report %s', (report) => {
  it.each([
    ['children out of school', (count: number) => ({ out: count, unproven: 12 })],
    ['children without proof', (count: number) => ({ out: 9, unproven: count })],
    ['children with a certificate', (count: number) => ({ out: 9, unproven: 12, disabledOut: count })],
    ['children of families in hardship', (count: number) => ({ out: 9, unproven: 12, hardshipOut: count })],
  ])('says the same whatever the small count of %s is', (_, countsOf) => {
    const all = few.map((count) => reportOf(report, countsOf(count)).told)
    expect(new Set(all).size).toBe(1)
  })

  it('says few of both, and a rate that leads to neither', () => {
    const { text } = reportOf(report, { out: 2, unproven: 3 })
    expect(text).toContain('未入学和辍学不足5人，待补就读证明或批准手续不足5人，有据入学率不低于97.33%。')
    expect(reportOf(report, { out: 4, unproven: 1 }).text).toBe(text)
  })

  it('tells none and enough as they are', () => {
    expect(reportOf(report, { out: 0, unproven: 0 }).text).toContain(
      '未入学和辍学0人，待补就读证明或批准手续0人，有据入学率100.00%',
    )
    const { text } = reportOf(report, { out: LINE, unproven: LINE })
    expect(text).toContain('未入学和辍学5人，待补就读证明或批准手续5人，有据入学率96.67%')
  })
})

test('a number that a writer puts into the report is kept back as well, by its title and by its id', () => {
  const county = evaluateRows(plan, { 2025: registersOf({ out: 2, unproven: 9 }) })
  const told = keepingBack(county, outlineOf(pack, 'city_termly'))
  const printed = ['全县名册未入学和辍学', 'county_out_of_school', '全县名册待补证明'].map((formula) => {
    const { text } = printBinding(county, { grain: 'county', subject: 'county', formula }, told)
    return text
  })
  expect(printed).toEqual(['不足5', '不足5', '9'])
})

test('the county itself reads its numbers in its own report', () => {
  expect(reportOf('county_quarterly', { out: 2, unproven: 3 }).text).toContain('未入学和辍学2人')
})

test('a rate of a cohort is not told beside a table that hides what it is made of', () => {
  const texts = few.map((lost) => reportOf('province_yearly', { out: 9, unproven: 9, lost }).told)
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('初中（不写明）%')
  expect(reportOf('province_yearly', { out: 9, unproven: 9, lost: 30 }).told).toContain('初中75.00%')
})
