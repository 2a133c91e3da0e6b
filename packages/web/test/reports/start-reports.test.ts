import { describe, expect, it } from 'vitest'
import { kindsOf } from '../../src/reports/drafts/subject-kinds.ts'
import { deckOfDraft, deckOfOutline } from '../../src/reports/materials/deck-choices.ts'

const school = (name: string, type: string, township: string) => ({
  subject: name,
  name,
  attributes: { 学校类型: type, 所属乡镇街道: township },
})

describe('picking for whom reports are written', () => {
  it('offers every kind with how many have it', () => {
    const kinds = kindsOf([
      school('甲小学', '小学', '石桥镇'),
      school('乙小学', '小学', '柳林镇'),
      school('丙中学', '初中', '石桥镇'),
    ])
    expect(kinds).toEqual([
      { title: '学校类型', value: '小学', count: 2 },
      { title: '所属乡镇街道', value: '石桥镇', count: 2 },
      { title: '所属乡镇街道', value: '柳林镇', count: 1 },
      { title: '学校类型', value: '初中', count: 1 },
    ])
  })
})

describe('what slides are made from', () => {
  const report = {
    county: '990121',
    report: 'r1',
    title: '自评报告',
    kind: 'self_evaluation',
    subject_name: '云岭县',
    pack_title: '标准',
    year: 2025,
    state: 'writing',
    state_by: '李',
    state_at: '2026-03-01T00:00:00Z',
    open_marks: 0,
    saved_by: '李',
    saved_at: '2026-03-01T00:00:00Z',
    run: 'run1',
  } as const

  it('is the draft as it stands, and says when its figures are those of another evaluation', () => {
    const own = deckOfDraft(report)
    expect(own).toMatchObject({ path: '/reports/990121/r1/slides', name: '云岭县2025年-自评报告-汇报幻灯片.pptx' })
    expect(own.label).toContain('起草')
    expect(own.remark).not.toContain('另一次评估')
    expect(deckOfDraft(report, 'run2').remark).toContain('另一次评估')
  })

  it('is otherwise the outline, and its file says so', () => {
    expect(deckOfOutline('run1', '云岭县', 2025).name).toContain('按提纲')
  })
})
