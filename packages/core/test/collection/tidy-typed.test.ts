import { describe, expect, test } from 'vitest'
import { tidyTyped } from '../../src/collection/index.ts'
import type { CodeList, Column } from '../../src/packs/index.ts'

const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({ id: 'a', title: '项目', type, ...more })
const kinds: CodeList = {
  id: 'kinds',
  title: '学校类型',
  codes: [
    { code: '21', title: '小学', synonyms: ['完全小学'] },
    { code: '31', title: '初中' },
  ],
}

describe('typed text', () => {
  test('stays as it was typed where nothing is wrong with it', () => {
    for (const text of ['12.50', '007', '0', '-3.0'])
      expect(tidyTyped(text, column('number', { min: '-10' }))).toEqual({ text, repairs: [] })
    expect(tidyTyped('城关镇中心小学（虚构）', column('text')).repairs).toEqual([])
  })

  test('is repaired with a word about it: full-width digits, blanks, thousands, units', () => {
    expect(tidyTyped('　１２３　', column('integer'))).toEqual({ text: '123', repairs: ['去掉首尾空格', '全角改半角'] })
    expect(tidyTyped('1,234', column('integer'))).toEqual({ text: '1234', repairs: ['“1,234”按“1234”'] })
    expect(tidyTyped('35人', column('integer', { unit: '人' })).text).toBe('35')
  })

  test('takes dates of eight digits, words for yes and no, titles and synonyms of codes', () => {
    expect(tidyTyped('20250901', column('date'))).toEqual({ text: '2025-09-01', repairs: ['“20250901”按“2025-09-01”'] })
    expect(tidyTyped('1', column('boolean'))).toEqual({ text: '是', repairs: ['“1”按“是”'] })
    expect(tidyTyped('小学', column('code'), kinds)).toEqual({ text: '21', repairs: [] })
    expect(tidyTyped('完全小学', column('code'), kinds)).toEqual({ text: '21', repairs: ['“完全小学”按“小学”'] })
  })

  test('that is no value is kept, with why and what to do', () => {
    const many = tidyTyped('二十三', column('integer'))
    expect(many.text).toBe('二十三')
    expect(many.problem?.message).toContain('不是数')
    expect(tidyTyped('20250931', column('date')).problem?.advice).toContain('2024-09-01')
    expect(tidyTyped('1.5', column('integer')).problem?.code).toBe('not_an_integer')
    expect(tidyTyped('5', column('integer', { max: '3' })).problem?.code).toBe('out_of_range')
    expect(tidyTyped('大学', column('code'), kinds).problem?.message).toContain('学校类型')
    expect(tidyTyped('1e9', column('integer')).problem).toEqual({
      code: 'number_too_long',
      message: '“1e9”是科学计数法',
      advice: '写出全部数字，如 1000000000',
    })
    expect(tidyTyped('   ', column('integer'))).toEqual({ text: '', repairs: ['去掉首尾空格'] })
  })
})
