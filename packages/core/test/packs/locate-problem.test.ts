import { describe, expect, it } from 'vitest'
import { locateProblem, offeredName, withReplaced } from '../../src/packs/index.ts'

const text = `indicators:
  - id: books
    formula: 图书数 ÷ 学生书
    standard: '≥ 参数.图书线'
    score: >-
      情形 达标 → 满分;
      否则 错名
`
const at = (word: string) => {
  const line = text.split('\n').findIndex((one) => one.includes(word))
  const column = (text.split('\n')[line]?.indexOf(word) ?? 0) + 1
  return { line: line + 1, column, length: word.length }
}

describe('the place of a mistake', () => {
  it.each([
    ['a plain text', '学生书', ['indicators', 0, 'formula'], 6, 9],
    ['a quoted text', '参数', ['indicators', 0, 'standard'], 2, 4],
    ['a folded text', '错名', ['indicators', 0, 'score'], 15, 17],
  ])('is found in %s', (_, word, path, from, to) => {
    expect(locateProblem(text, at(word))).toEqual({ path, from, to })
  })

  it('is the key where the mistake is about the key', () => {
    expect(locateProblem(text, at('score'))).toEqual({ path: ['indicators', 0, 'score'] })
  })

  it('takes the name that a suggestion offers, and no other sentence', () => {
    expect(offeredName('是否指“学生数”？')).toBe('学生数')
    expect(offeredName('写 zero_denominator: 不适用')).toBeUndefined()
    expect(withReplaced(text, at('学生书'), '学生数')).toBe(text.replace('学生书', '学生数'))
  })
})
