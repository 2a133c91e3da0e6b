import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCohorts,
  type CohortCounts,
  countLines,
  formRetentionRate,
  type LedgerPlace,
  tableFigures,
  yearbookRetentionRate,
} from '../../src/enrolment/index.ts'

const none: CohortCounts = {
  entered: 0,
  moved_in: 0,
  graduated: 0,
  repeats: 0,
  suspended: 0,
  moved_within: 0,
  moved_beyond: 0,
  abroad: 0,
  deceased: 0,
  dropped: 0,
  unknown: 0,
}

describe('retention of a cohort', () => {
  it('is another number by the form than by the yearbook', () => {
    // The hand-reckoned case of the pack: (4-2+1)/4 and 4/4.
    const counts = { ...none, entered: 4, moved_in: 2, graduated: 4, moved_beyond: 1, dropped: 1 }
    expect(formRetentionRate(counts).percent).toBe('75.00')
    expect(yearbookRetentionRate(counts).percent).toBe('100.00')
  })

  it('cannot be told where nobody entered, or all have died', () => {
    expect(yearbookRetentionRate(none).percent).toBeUndefined()
    expect(formRetentionRate({ ...none, entered: 2, deceased: 2 }).percent).toBeUndefined()
  })

  it('is the same by the form, for a county, whether or not a pupil moved between two of its schools', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (entered, graduated) => {
        const stays = { ...none, entered, graduated }
        const leaves = { ...none, moved_within: 1 }
        const arrives = { ...none, moved_in: 1 }
        expect(formRetentionRate(addCohorts([stays, leaves, arrives])).percent).toBe(formRetentionRate(stays).percent)
      }),
    )
  })
})

describe('the table of counts for people who may not see the children', () => {
  const place = (name: string, more: Partial<LedgerPlace>): LedgerPlace => ({
    path: name,
    name,
    open: 0,
    confirmed: 0,
    cases: 0,
    returned: 0,
    ...more,
  })
  const cellOf = (lines: ReturnType<typeof countLines>, name: string, figure: (typeof tableFigures)[number]) =>
    lines.find((line) => line.name === name)?.cells[tableFigures.indexOf(figure)]

  it('says few for 1 to 4, hides what would give it away, and takes what is not reported for no number', () => {
    const lines = countLines(
      [
        place('甲镇', { children: 100, inside: 90, outside: 8, unproven: 0, out_of_school: 2, other: 0 }),
        place('乙镇', { children: 200, inside: 180, outside: 12, unproven: 0, out_of_school: 8, other: 0 }),
        place('丙学校', { open: 7 }),
        place('丁学校', { on_roll: 300 }),
      ],
      5,
    )
    expect(cellOf(lines, '甲镇', 'out_of_school')).toBe('不足5')
    expect(cellOf(lines, '丙学校', 'children')).toBe('未报')
    expect(cellOf(lines, '丁学校', 'children')).toBe('不适用')
    expect(cellOf(lines, '丙学校', 'open')).toBe('7')
    expect(cellOf(lines, '甲镇', 'children')).toBe('100')
    const told = ['甲镇', '乙镇', '合计'].map((name) => cellOf(lines, name, 'out_of_school'))
    expect(told).not.toEqual(['不足5', '8', '10'])
  })
})
