import { layOutLetter, rankUnits } from '@eduduty/core/appraisal'
import { fromDecimal, rational } from '@eduduty/core/formula'
import { describe, expect, it } from 'vitest'

const unit = (name: string, rung: number, points: string) => ({
  id: name,
  name,
  rung,
  points: fromDecimal(points) ?? rational.ZERO,
})

describe('the ranking of units', () => {
  it('is by grade, then by points; equals share a place by name, and as many places are left out', () => {
    const ranked = rankUnits([
      unit('丙', 1, '99'),
      unit('甲', 0, '91.5'),
      unit('丁', 0, '90.01'),
      unit('乙', 0, '91.50'),
      unit('戊', 1, '80'),
    ])
    expect(ranked.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ['甲', 1, ['乙']],
      ['乙', 1, ['甲']],
      ['丁', 3, []],
      ['丙', 4, []],
      ['戊', 5, []],
    ])
  })

  it('of nobody is empty', () => {
    expect(rankUnits([])).toEqual([])
  })
})

describe('a letter', () => {
  const content = {
    unit: '石桥镇',
    year: 2025,
    pack_title: '乡镇考核办法',
    rating_title: '年度考核',
    result: '得分 90，评为“优秀”。',
    adjustments: [{ kind: '扣分', title: '逾期', grounds: '逾期未报', document: '9号', given: '1', counted: '1' }],
    appeal_until: '2026-03-05',
    appeal_is_open: true,
    office: '县督导办',
    dated_on: '2026-02-26',
  }

  it('tells result, deductions with grounds, and till which day one may object', () => {
    const { number, title, addressee, signer, blocks } = layOutLetter(content, '督〔2026〕1号', 'a.docx')
    expect([number, title, addressee, signer]).toEqual([
      '督〔2026〕1号',
      '2025年度考核结果通知书',
      '石桥镇：',
      '县督导办',
    ])
    const text = JSON.stringify(blocks)
    expect(text).toContain('逾期未报')
    expect(text).toContain('2026年3月5日前（含当日）')
    expect(text).not.toContain('名次')
  })

  it('says that the time for objections is over, and the place where there is one', () => {
    const rank = { rank: 2, is_tied: true, of: 12, document_no: '督〔2026〕2号' }
    const text = JSON.stringify(layOutLetter({ ...content, rank, appeal_is_open: false }, '1号', 'a.docx').blocks)
    expect(text).toContain('12个单位中列第2名（并列）')
    expect(text).toContain('已于2026年3月5日届满')
  })
})
