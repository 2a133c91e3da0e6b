import { describe, expect, it } from 'vitest'
import { countyRows, evaluate, rated, type School, withIndicators } from './small-county.ts'

const pack = withIndicators({
  ...rated,
  id: 'fund',
  title: '经费',
  grain: 'school_stage',
  formula: '学生数 > 0',
  evidence: [
    { id: 'always', title: '账目' },
    { id: 'small', title: '拨付凭证', when: '学生数 < 100', reason: '只由不足100人的学校提供' },
  ],
})

const asked = (schools: readonly School[]) => evaluate(countyRows(schools), pack).assessment().asked_evidence

describe('a material with a condition', () => {
  it('is needed where it holds, not where it does not, and nobody knows where data are missing', () => {
    expect(
      asked([
        { code: 'A', primary: '60', books: '900' },
        { code: 'B', primary: '800', junior: '90', books: '900' },
        { code: 'C', primary: '1', silent: true },
      ]),
    ).toEqual([
      {
        indicator: 'fund',
        material: 'small',
        when: '学生数 < 100',
        reason: '只由不足100人的学校提供',
        subjects: [
          { subject: 'A/小学', unit: 'A', is_needed: true },
          { subject: 'B/小学', unit: 'B', is_needed: false },
          { subject: 'B/初中', unit: 'B', is_needed: true },
          { subject: 'C/小学', unit: 'C' },
        ],
      },
    ])
  })

  it('is not spoken of by packs that have none', () => {
    expect('asked_evidence' in evaluate(countyRows([{ code: 'A', primary: '60' }])).assessment()).toBe(false)
  })
})
