import { describe, expect, it } from 'vitest'
import { type DutyPlan, proposePlan, runningPlan } from '../../src/duties/index.ts'

const plan = (year: number, more: Partial<DutyPlan> = {}): DutyPlan => ({
  plan: `p${year}`,
  county: '990121',
  year,
  title: `${year}年任务分解`,
  document: '',
  is_open: true,
  soon_days: 20,
  silent_days: 45,
  tasks: 0,
  opened_by: '',
  opened_at: '',
  ...more,
})
const yearOf = (plans: readonly DutyPlan[], today = '2026-11-28') => runningPlan(plans, today)?.year

describe('the plan that a year is worked by', () => {
  it('stays that of the calendar year when the next one is begun, until it is ended', () => {
    expect(yearOf([plan(2027), plan(2026), plan(2025)])).toBe(2026)
    expect(yearOf([plan(2026), plan(2027)], '2026-12-31')).toBe(2026)
    expect(yearOf([plan(2026), plan(2027)], '2027-01-01')).toBe(2027)
    expect(yearOf([plan(2027), plan(2026, { is_open: false })])).toBe(2027)
  })

  it('is else the newest that is not ended, else the newest', () => {
    expect(yearOf([plan(2024), plan(2025)])).toBe(2025)
    expect(yearOf([plan(2024), plan(2025, { is_open: false })])).toBe(2024)
    expect(yearOf([plan(2024, { is_open: false }), plan(2025, { is_open: false })])).toBe(2025)
    expect(yearOf([])).toBeUndefined()
  })
})

describe('what is offered for a new plan', () => {
  const offered = { soon_days: 30, silent_days: 60 }
  const propose = (plans: readonly DutyPlan[]) => proposePlan(plans, '990121', offered, '2026-11-28')

  it('is the current year by the days of the pack where the county has no plan', () => {
    const elsewhere = plan(2026, { county: '990122' })
    expect(propose([elsewhere])).toEqual({ year: 2026, soon_days: 30, silent_days: 60 })
  })

  it('is the first year without a plan, by the days of the last plan', () => {
    expect(propose([plan(2026, { answer_days: 7 })])).toEqual({
      year: 2027,
      soon_days: 20,
      silent_days: 45,
      answer_days: 7,
      after: '2026年任务分解',
    })
    expect(propose([plan(2026), plan(2027)]).year).toBe(2028)
    expect(propose([plan(2027), plan(2025)])).toMatchObject({ year: 2026, after: '2027年任务分解' })
    expect(propose([plan(2026)])).not.toHaveProperty('answer_days')
  })
})
