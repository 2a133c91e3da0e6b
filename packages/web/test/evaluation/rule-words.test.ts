import { describe, expect, test } from 'vitest'
import { ruleWords } from '../../src/evaluation/effects/rule-words.ts'

describe('when an effect strikes', () => {
  test('is said with the title of its row where only that row is looked up', () => {
    expect(ruleWords('一票否决事项表.是否发生[事项编号 = “否决1”]', '以考试方式招生')).toBe(
      '一票否决事项表中“以考试方式招生”一行的“是否发生”填报为“是”',
    )
  })

  test.each(['巩固率 < 95%', '甲表.数[编号 = 1] > 3', '甲表.数[编号 = 1] 且 乙表.数[编号 = 2]'])(
    'stays a formula where more is asked: %s',
    (rule) => expect(ruleWords(rule, '事项')).toBe(rule),
  )
})
