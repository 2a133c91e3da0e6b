import { describe, expect, it } from 'vitest'
import {
  addTeaching,
  countTeaching,
  doseOn,
  mayReadDiagnoses,
  missingNeeds,
  placementSpans,
  presentTeaching,
  reviewDay,
  teachingYearOf,
  termOn,
  termsOf,
} from '../../src/enrolment/index.ts'
import type { Dose, PlacementKind } from '../../src/packs/index.ts'

const dose = (more: Partial<Dose> = {}): Dose => ({
  id: 'd',
  title: '示例',
  since: '2024-09-01',
  visits: { count: 1, per: '周' },
  hours: { count: 2, per: '次' },
  terms: [
    { id: 'autumn', title: '第一学期', from: '09-01', to: '12-09', weeks: 14, months: 4 },
    { id: 'spring', title: '第二学期', from: '02-20', to: '07-10', weeks: 20, months: 5 },
  ],
  slack: 2,
  basis: { document: '某省' },
  verified: { grade: 'U' },
  ...more,
})
const held = (on: string, hours = '2') => ({ on, state: 'held' as const, hours })

function counted(
  more: Partial<Dose>,
  today: string,
  lessons: Parameters<typeof countTeaching>[0]['lessons'],
  from = '2026-09-01',
) {
  const rule = dose(more)
  const terms = termsOf(rule, 2026)
  const [term] = terms
  if (term === undefined) throw new Error('no term')
  return countTeaching({ dose: rule, terms, term, spans: [{ from, until: undefined }], lessons, today })
}

describe('terms of a dose', () => {
  it('stand in the school year that begins in autumn', () => {
    const terms = termsOf(dose(), 2026)
    expect(terms.map(({ from, to }) => `${from} ${to}`)).toEqual(['2026-09-01 2026-12-09', '2027-02-20 2027-07-10'])
    expect([teachingYearOf('2027-07-31'), teachingYearOf('2026-08-01')]).toEqual([2026, 2026])
    expect(termOn(terms, '2027-01-15')?.id).toBe('autumn')
    expect(termsOf(undefined, 2026)).toMatchObject([{ from: '2026-09-01', to: '2027-07-31' }])
  })

  it('are of the dose that holds for the county and the day, the last listed first', () => {
    const all = [
      dose(),
      dose({ id: 'local', jurisdiction: '37' }),
      dose({ id: 'old', jurisdiction: '37', until: '2025-08-31' }),
    ]
    expect(doseOn(all, '370102', '2026-10-01')?.id).toBe('local')
    expect(doseOn(all, '370102', '2025-01-01')?.id).toBe('old')
    expect(doseOn(all.slice(1), '640104', '2026-10-01')).toBeUndefined()
  })
})

describe('home teaching against a dose', () => {
  it('is due by the days that have passed, in whole visits', () => {
    // 100 days, 14 visits: after 50 days 7 are due.
    expect(counted({}, '2026-10-20', []).due).toEqual({ visits: 7, tenths: 140, wholeTerm: 14 })
    expect(counted({}, '2026-09-01', []).due).toMatchObject({ visits: 0 })
    expect(counted({}, '2027-02-01', []).due).toMatchObject({ visits: 14, tenths: 280 })
  })

  it('is due only for the days on which the child is taught at home', () => {
    expect(counted({}, '2026-12-09', [], '2026-10-21').due).toMatchObject({ visits: 7, wholeTerm: 7 })
  })

  it('is asked by the month, the term or the year', () => {
    const end = '2026-12-09'
    expect(counted({ visits: { count: 4, per: '月' } }, end, []).due?.visits).toBe(16)
    expect(counted({ visits: { count: 30, per: '学期' } }, end, []).due?.visits).toBe(30)
    expect(counted({ visits: { count: 34, per: '学年' }, hours: { count: 68, per: '学年' } }, end, []).due).toEqual({
      visits: 14,
      tenths: 280,
      wholeTerm: 14,
    })
  })

  it('is green, yellow within the slack, red beyond; cancelled ones and other terms do not count', () => {
    const days = ['09-03', '09-10', '09-17', '09-24', '10-08', '10-15', '10-19'].map((day) => held(`2026-${day}`))
    expect(counted({}, '2026-10-20', days).light).toBe('green')
    expect(counted({}, '2026-10-20', days.slice(2)).light).toBe('yellow')
    expect(counted({}, '2026-10-20', days.slice(3)).light).toBe('red')
    const short = days.map(({ on }) => held(on, '1'))
    expect(counted({}, '2026-10-20', short).light).toBe('red')
    const cancelled = { on: '2026-10-16', state: 'cancelled' as const, hours: '0' }
    expect(counted({}, '2026-10-20', [cancelled, held('2026-08-20')])).toMatchObject({
      held: 0,
      cancelled: 1,
      tenths: 0,
    })
  })

  it('is not judged without a dose, and a school is as bad as its worst child', () => {
    const [term] = termsOf(undefined, 2026)
    if (term === undefined) throw new Error('no term')
    const none = countTeaching({
      dose: undefined,
      terms: [term],
      term,
      spans: [],
      lessons: [held('2026-10-01', '1.5')],
      today: '2026-11-01',
    })
    expect(presentTeaching(none)).toEqual({
      held: 1,
      cancelled: 0,
      hours: '1.5',
      light: 'none',
      says: '本省标准未配置，只记录，不判断',
    })
    const sum = addTeaching([counted({}, '2026-10-20', []), counted({}, '2026-09-02', [])])
    expect([sum.light, presentTeaching(sum).says]).toEqual(['red', '到今天欠7次、14课时'])
  })
})

describe('a placement', () => {
  const kind: PlacementKind = {
    id: 'k',
    title: '随班就读',
    needs: ['学校', '专家意见'],
    review_months: 12,
    basis: { document: '条例' },
  }

  it('lacks what the kind requires and nobody said', () => {
    const facts = { school: 'S1', class: '', opinion: ' ', reasons: '', reviewOn: '2027-01-31' }
    expect(missingNeeds(kind, facts)).toEqual(['专家意见'])
  })

  it('is looked at again after the months of a source; without one, somebody has to name the day', () => {
    const facts = { school: 'S1', class: '', opinion: '同意', reasons: '', reviewOn: undefined }
    const verified = { grade: 'A' as const, on: '2026-01-01', source: '条例' }
    expect(reviewDay({ ...kind, verified }, '2026-09-01')).toBe('2027-09-01')
    expect(missingNeeds({ ...kind, verified }, facts)).toEqual([])
    for (const unsure of [kind, { ...kind, verified: { ...verified, grade: 'U' as const } }]) {
      expect(reviewDay(unsure, '2026-09-01')).toBeUndefined()
      expect(missingNeeds(unsure, facts)).toEqual(['复核日期'])
    }
  })

  it('holds until the day before the next one, or its end', () => {
    expect(
      placementSpans([
        { deed: 'placed', kind: 'home', on: '2026-09-01' },
        { deed: 'reviewed', kind: 'home', on: '2026-10-01' },
        { deed: 'placed', kind: 'class', on: '2026-11-01' },
        { deed: 'ended', kind: 'class', on: '2026-12-01' },
      ]),
    ).toEqual([
      { kind: 'home', from: '2026-09-01', until: '2026-10-31' },
      { kind: 'class', from: '2026-11-01', until: '2026-11-30' },
    ])
  })
})

describe('what experts found out', () => {
  it('is for a post that the pack names, at the line that it names', () => {
    const rule = { readers: [{ line: '学校' as const, post: '资源教师' }] }
    expect(mayReadDiagnoses(rule, [{ post: '资源教师', lines: ['学校'] }])).toBe(true)
    expect(mayReadDiagnoses(rule, [{ post: '资源教师', lines: ['县'] }])).toBe(false)
    expect(mayReadDiagnoses(rule, [{ post: '校长', lines: ['学校'] }])).toBe(false)
  })
})
