import { describe, expect, it } from 'vitest'
import { monthsOf } from '../../src/clocks/months-of.ts'
import { draftOf, workingYearOf } from '../../src/clocks/year-draft.ts'

const rest = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-10-01']
const year = { year: 2026, rest, work: ['2026-01-04'] }

describe('a year on one sheet', () => {
  it('has its months at their weekdays, and marks only what the notice says', () => {
    const months = monthsOf(year)
    expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(months[0]?.lead).toBe(3)
    expect(months[0]?.days.slice(0, 5).map(({ kind }) => kind)).toEqual(['rest', 'rest', 'rest', 'work', 'weekday'])
    expect(months[0]?.working).toBe(21)
    expect(months[2]?.days[0]?.kind).toBe('weekend')
  })

  it('goes into its form as spans and comes out as the same days', () => {
    const view = { ...year, document: '国办发明电〔2025〕7号', note: '', origin: 'pack' as const, working_days: 0 }
    const draft = draftOf(2026, view)
    expect(draft.rest).toEqual([
      { first: '2026-01-01', last: '2026-01-03' },
      { first: '2026-10-01', last: '2026-10-01' },
    ])
    expect(workingYearOf(draft)).toEqual(year)
  })

  it('takes no days of a span that is not whole, or that a slip of the pen makes endless', () => {
    const spans = [
      { first: '2026-05-05', last: '2026-05-01' },
      { last: '2026-05-01' },
      { first: '2026-05-01', last: '9026-05-01' },
    ]
    expect(workingYearOf({ year: 2026, rest: [...spans, { first: '2026-06-19' }], work: [''] })).toEqual({
      year: 2026,
      rest: ['2026-06-19'],
      work: [],
    })
  })
})
