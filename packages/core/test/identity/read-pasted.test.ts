import { readPasted } from '@eduduty/core/identity'
import { describe, expect, it } from 'vitest'

describe('a table pasted from a spreadsheet', () => {
  it('is read by its headings, in any order, with extra columns and blank lines', () => {
    const text =
      '序号\t单位名称\t姓名\t身份证号\t备注\r\n1\t石桥镇中心小学\t张三\t\'99010119850307123X\t\r\n\r\n2\t实验小学\t"李四"\t\t好\r\n'
    expect(readPasted(text)).toEqual([
      { line: 2, name: '张三', unit: '石桥镇中心小学', id_number: '99010119850307123X' },
      { line: 4, name: '李四', unit: '实验小学' },
    ])
  })

  it('without headings has them in the stated order', () => {
    expect(readPasted('张三\t实验小学\t\t13900001234\tzhangsan')).toEqual([
      { line: 1, name: '张三', unit: '实验小学', phone: '13900001234', login_name: 'zhangsan' },
    ])
    expect(readPasted('  \n')).toEqual([])
  })
})
