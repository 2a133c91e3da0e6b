import { describe, expect, it } from 'vitest'
import { read, sheetOf } from './fixture.ts'

const ITEMS = [
  [1, '基本信息', '学校名称', '', '第一小学'],
  [2, '基本信息', '学校类型', '小学/初中/九年一贯制', '小学'],
  [3, '基本信息', '学校代码', '', '9901000001'],
  [4, '基本信息', '建校时间', '年', 1998],
  [10, '学生信息', '小学学生人数', '人', 1200],
  [11, '学生信息', '初中学生人数', '人', 0],
  [27, '教师学历信息', '专科学历教师人数\n（小学）', '人', 7],
  [45, '教学用房面积', '教学及辅助用房总面积', '平方米', 5200.5],
  [51, '教学设备', '教学仪器设备资产值（账面原值）', '万元', 310],
] as const
const HEAD = ['序号', '类别', '填报项目', '单位或取值', '填报值'] as const

describe('the official vertical form', () => {
  it('is read wherever it starts, and every value keeps its cell', () => {
    const { rows, reading } = read(
      sheetOf([
        [],
        ['', '附件2 学校基本情况填报表（2024年）'],
        [],
        ['', ...HEAD],
        ...ITEMS.map((item) => ['', ...item]),
      ]),
      'a.xlsx',
    )
    expect(reading.found[0]?.shape).toBe('vertical')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.values).toMatchObject({
      code: '9901000001',
      type: 'primary',
      founded: '1998',
      primary_pupils: '1200',
      college_primary: '7',
      equipment: '310',
    })
    expect(rows[0]?.year).toBe(2024)
    expect(rows[0]?.source.cellOf('primary_pupils')).toBe('F9')
  })

  it('takes the columns in another order', () => {
    const { rows } = read(
      sheetOf([
        ['填报值', '填报项目', '单位', '序号'],
        ...ITEMS.map(([no, , title, unit, value]) => [value, title, unit, no]),
      ]),
    )
    expect(rows[0]?.values).toMatchObject({ code: '9901000001', floor_area: '5200.5' })
  })

  it('converts the unit printed beside an item', () => {
    const { rows } = read(
      sheetOf([HEAD, ...ITEMS.map((item) => (item[0] === 51 ? [51, '', '教学仪器设备资产值', '元', 3100000] : item))]),
    )
    expect(rows[0]?.values.equipment).toBe('310')
  })

  it('lets the title win over a wrong number and says so', () => {
    const { rows, findings } = read(
      sheetOf([HEAD, ...ITEMS.map((item) => (item[0] === 10 ? [11, ...item.slice(1)] : item))]),
    )
    expect(rows[0]?.values.primary_pupils).toBe('1200')
    expect(findings.find((finding) => finding.code === 'number_disagrees')?.message).toContain('小学学生人数')
  })

  it('reads several schools side by side', () => {
    const { rows, reading } = read(
      sheetOf([
        ['指标', '单位', '', ''],
        ...ITEMS.map(([no, , title, unit, value]) => [
          title,
          unit,
          value,
          no === 3 ? '9901000002' : no === 1 ? '第二小学' : value,
        ]),
      ]),
    )
    expect(reading.found[0]?.shape).toBe('transposed')
    expect(rows.map((row) => row.values.code)).toEqual(['9901000001', '9901000002'])
  })

  it('reads two forms below each other and a form folded into two halves', () => {
    const second = ITEMS.map((item) => (item[0] === 3 ? [...item.slice(0, 4), '9901000002'] : item))
    expect(read(sheetOf([HEAD, ...ITEMS, [], HEAD, ...second])).rows.map((row) => row.values.code)).toEqual([
      '9901000001',
      '9901000002',
    ])
    const folded = Array.from({ length: 5 }, (_, row) => [...(ITEMS[row] ?? []), ...(ITEMS[row + 5] ?? [])])
    const { rows } = read(sheetOf([[...HEAD, ...HEAD], ...folded]))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.values).toMatchObject({
      code: '9901000001',
      primary_pupils: '1200',
      equipment: '310',
      junior_pupils: '0',
    })
  })

  it('an empty form gives no row and says that it is empty', () => {
    const { rows, findings } = read(sheetOf([HEAD, ...ITEMS.map((item) => item.slice(0, 4))]))
    expect(rows).toEqual([])
    expect(findings.map((finding) => finding.code)).toContain('empty_form')
  })
})
