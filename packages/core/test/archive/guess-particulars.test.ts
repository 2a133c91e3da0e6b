import { describe, expect, it } from 'vitest'
import { guessParticulars, lackingParticulars } from '../../src/archive/index.ts'

describe('what a file says about itself', () => {
  it('number, day, issuer and kind from its name', () => {
    expect(guessParticulars('政府保障/云岭县教育局关于教师交流的通知 云教[2025]012号 20250301.pdf', '')).toEqual({
      document_no: '云教〔2025〕12号',
      made_on: '2025-03-01',
      issuer: '云岭县教育局',
      kind: 'document',
      personal: 'none',
    })
    expect(guessParticulars('青山小学2025年9月1日会议纪要.docx', '')).toMatchObject({
      made_on: '2025-09-01',
      kind: 'minutes',
    })
  })

  it('the rest from its words: the last day is the one below', () => {
    const words = '云岭县教育局文件云教〔2024〕7号关于…2023年1月2日起…云岭县教育局2024年5月6日'
    expect(guessParticulars('扫描件001.pdf', words)).toEqual({
      document_no: '云教〔2024〕7号',
      made_on: '2024-05-06',
      issuer: '云岭县教育局',
      kind: 'document',
      personal: 'none',
    })
  })

  it('persons, children before all; and nothing that nobody could know', () => {
    expect(guessParticulars('三年级学生名单.xlsx', '身份证号')).toEqual({ kind: 'roster', personal: 'minors' })
    expect(guessParticulars('IMG_20251345.jpg', '2025年13月1日')).toEqual({ personal: 'none' })
  })
})

describe('particulars that lack', () => {
  it('are told by kind', () => {
    const nothing = { issuer: '', document_no: '' }
    expect(lackingParticulars({ kind: 'document', ...nothing })).toBe('文号、落款日期、形成单位')
    expect(lackingParticulars({ kind: 'photo', ...nothing, made_on: '2025-01-01' })).toBe('')
    expect(lackingParticulars({ kind: 'ledger', ...nothing, made_on: '2025-01-01' })).toBe('形成单位')
  })
})
