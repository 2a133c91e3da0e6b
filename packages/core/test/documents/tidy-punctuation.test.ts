import { expect, it } from 'vitest'
import { tidyPunctuation } from '../../src/documents/tidy-punctuation.ts'

it.each([
  ['未达标项：、校舍、设备', '未达标项：校舍、设备'],
  ['达标： L7 L8；未报： L9', '达标：L7 L8；未报：L9'],
  ['布局规划方面，已经批准。。', '布局规划方面，已经批准。'],
  ['县编办、县财政局，。', '县编办、县财政局。'],
  ['；未报：L7', '未报：L7'],
])('mends %s', (broken, mended) => {
  expect(tidyPunctuation(broken)).toBe(mended)
})

it('leaves sound sentences as they are', () => {
  const sentence = '小学42所（含教学点3个），学生25402人；其中（略）……“至少六项达标、余项不低于标准85%”。'
  expect(tidyPunctuation(sentence)).toBe(sentence)
})
