import { type CauseView, owedItems } from '@eduduty/core/evaluation'
import { describe, expect, it } from 'vitest'

const titles = new Map([['supplement', '学校补充表']])
const cause = (more: Partial<CauseView>): CauseView => ({
  code: 'missing_cell',
  message: '',
  register: 'supplement',
  unit: 'S01',
  unit_name: '南山小学',
  ...more,
})

describe('what has to be handed in', () => {
  it.each([
    ['a form that is not there', { code: 'missing_row' }, '南山小学的学校补充表'],
    ['an item that is not filled in', { items: ['高中学生人数'] }, '南山小学的学校补充表“高中学生人数”'],
    [
      'an item whose number was not taken',
      {
        code: 'refused_cell',
        message: '南山小学的学校补充表“高中学生人数”填的“约500”未被采用',
        items: ['高中学生人数'],
      },
      '南山小学的学校补充表“高中学生人数”',
    ],
    ['many items', { items: ['甲', '乙', '丙', '丁'] }, '南山小学的学校补充表“甲”“乙”“丙”等 4 项'],
  ])('names %s', (_, more, says) => {
    expect(owedItems([cause(more), cause(more)], titles)).toEqual([says])
  })

  it('names the unit alone where its form has no title', () => {
    expect(owedItems([cause({ register: 'unknown', items: ['甲'] })], titles)).toEqual(['南山小学'])
  })
})
