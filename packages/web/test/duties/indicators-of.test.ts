import type { PlanDraft, PlanIndicator } from '@eduduty/core/duties'
import { describe, expect, it } from 'vitest'
import { holdingFor, indicatorsOf, labelOf } from '../../src/duties/indicators-of.ts'

const one = (indicator: string, kinds: PlanIndicator['kinds']): PlanIndicator => ({
  pack: 'p',
  indicator,
  title: indicator,
  unit: '',
  pack_title: '标准',
  kinds,
})
const draft = (indicators: PlanIndicator[]): PlanDraft => ({
  plan: {
    plan: 'a',
    county: '990121',
    year: 2026,
    title: '任务分解',
    document: '',
    is_open: true,
    soon_days: 30,
    silent_days: 60,
    tasks: 0,
    opened_by: '',
    opened_at: '',
  },
  duties: [],
  indicators,
})

describe('what a task may be measured by', () => {
  it('is every indicator of the packs of the year, found by its name and its pack', () => {
    const choices = indicatorsOf(draft([one('a', []), one('b', ['school'])]))
    expect(choices.map(({ indicator }) => indicator)).toEqual(['a', 'b'])
    expect(choices.map(labelOf)).toEqual(['a　标准', 'b　标准'])
    expect(indicatorsOf(undefined)).toEqual([])
  })

  it('holds for all units that lead it: of their kind, of the county, or not evaluated yet', () => {
    const choices = indicatorsOf(draft([one('new', []), one('county', ['government']), one('school', ['school'])]))
    const ids = (...kinds: ('school' | 'township')[]) =>
      holdingFor(
        choices,
        kinds.map((kind) => ({ kind })),
      ).map(({ indicator }) => indicator)
    expect(ids()).toEqual(['new', 'county', 'school'])
    expect(ids('school')).toEqual(['new', 'county', 'school'])
    expect(ids('township', 'school')).toEqual(['new', 'county'])
  })
})
