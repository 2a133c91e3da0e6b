import { describe, expect, it } from 'vitest'
import { read, sheetOf } from './fixture.ts'

const HEAD = [
  '学校代码',
  '学校名称',
  '学校类型',
  '小学学生人数',
  '初中学生人数',
  '教学及辅助用房总面积',
  '上一年度公用经费预算总额',
]

describe('a table with one school per row', () => {
  it('is found under title rows, with columns in any order, and reads every value with its cell', () => {
    const { rows, reading } = read(
      sheetOf([
        ['某某县2024年义务教育学校基本情况统计表'],
        ['填报单位：某某县教育局', null, null, null, null, '单位：人、平方米、万元'],
        HEAD,
        ['9901000001', '第一小学', '小学', 1200, 0, 5200.5, 96.31],
        ['9901000002', '第二初中', '初中', 0, 860, 4100, 88],
      ]),
      'whatever.xlsx',
    )
    expect(reading.found[0]?.shape).toBe('table')
    expect(rows).toHaveLength(2)
    expect(rows[0]?.year).toBe(2024)
    expect(rows[0]?.values).toEqual({
      code: '9901000001',
      name: '第一小学',
      type: 'primary',
      primary_pupils: '1200',
      junior_pupils: '0',
      floor_area: '5200.5',
      budget: '96.31',
    })
    expect(rows[1]?.source.cellOf('budget')).toBe('G5')
  })

  it('leaves out blank, hidden, total, band and remark rows and says so', () => {
    const { rows, findings } = read(
      sheetOf(
        [
          HEAD,
          ['城关镇'],
          ['9901000001', '甲', '小学', 10, 0, 1, 1],
          [],
          ['9901000002', '乙', '小学', 10, 0, 1, 1],
          ['合计', null, null, 20, 0, 2, 2],
          ['', '小计', '', 20],
          ['注：本表由学校填报，教育局汇总'],
          ['9901000003', '丙', '小学', 5, 0, 1, 1],
        ],
        { hiddenRows: [4] },
      ),
    )
    expect(rows.map((row) => row.values.name)).toEqual(['甲', '丙'])
    const said = findings.filter((finding) => finding.code === 'rows_left_out').map((finding) => finding.message)
    expect(said.join('\n')).toContain('第 5 行是隐藏行')
    expect(said.join('\n')).toContain('第 6、7 行是合计行')
    expect(said.join('\n')).toContain('第 2 行是分组行')
  })

  it('reads merged heading groups whose titles repeat', () => {
    const { rows, findings } = read(
      sheetOf(
        [
          ['学校代码', '学校名称', '学校类型', '学生人数', null, '小学教师', null, '初中教师', null],
          [null, null, null, '小学', '初中', '专科', '本科', '专科', '本科'],
          ['9901000001', '甲', '九年一贯制学校', 10, 20, 1, 2, 3, 4],
        ],
        {
          merges: [0, 1, 2]
            .map((left) => ({ top: 0, left, bottom: 1, right: left }))
            .concat([3, 5, 7].map((left) => ({ top: 0, left, bottom: 0, right: left + 1 }))),
        },
      ),
    )
    expect(rows[0]?.values).toMatchObject({
      type: 'nine_year',
      primary_pupils: '10',
      junior_pupils: '20',
      college_primary: '1',
      bachelor_primary: '2',
      bachelor_junior: '4',
    })
    const unknown = findings.filter(({ code }) => code === 'unknown_heading')
    expect(unknown.map(({ found }) => found)).toContain('初中教师/专科')
    // Clerks have no 对照文件: they are told what to do with the heading.
    expect(unknown.map(({ advice = '' }) => advice).join()).not.toContain('对照文件')
  })

  it('converts units in headings exactly and says so', () => {
    const { rows, findings } = read(
      sheetOf([
        [
          '学校代码',
          '学校名称',
          '学校类型',
          '小学学生人数（万人）',
          '初中学生人数',
          '教学及辅助用房总面积（亩）',
          '上一年度公用经费预算总额（元）',
          '教学仪器设备值/千元',
        ],
        ['9901000001', '甲', '小学', 0.1234, 0, 3, '963,100.55', 12.5],
      ]),
    )
    expect(rows[0]?.values).toMatchObject({
      primary_pupils: '1234',
      floor_area: '2000',
      budget: '96.310055',
      equipment: '1.25',
    })
    expect(findings.filter((finding) => finding.code === 'unit_converted')).toHaveLength(4)
  })

  it('refuses both columns that claim the same item and names them', () => {
    const { rows, findings } = read(
      sheetOf([
        [...HEAD, '小学学生人数'],
        ['9901000001', '甲', '小学', 10, 0, 1, 1, 12],
      ]),
    )
    expect(rows[0]?.values.primary_pupils).toBeUndefined()
    expect(findings.find((finding) => finding.code === 'claimed_twice')?.message).toContain('D1')
  })

  it('reports a missing required column once, and the row keeps the rest', () => {
    const { rows, findings } = read(
      sheetOf([
        HEAD.filter((title) => title !== '初中学生人数'),
        ['9901000001', '甲', '小学', 10, 1, 1],
        ['9901000002', '乙', '小学', 10, 1, 1],
      ]),
    )
    expect(rows).toHaveLength(2)
    expect(
      findings.filter((finding) => finding.code === 'missing_column' && finding.column === 'junior_pupils'),
    ).toHaveLength(1)
  })

  it('says which register a strange sheet came nearest to, and why it is not enough', () => {
    const { reading, rows } = read(
      sheetOf([
        ['学校名称', '建校时间', '校长'],
        ['甲', 1999, '某某'],
      ]),
    )
    expect(rows).toEqual([])
    expect(reading.nearest?.register).toBe('学校情况表')
    expect(reading.nearest?.why).toContain('学校代码')
  })

  it('does not give a number merged over two schools to either', () => {
    const { rows, findings } = read(
      sheetOf([HEAD, ['9901000001', '甲', '小学', 10, 0, 900, 1], ['9901000002', '乙', '小学', 10, 0, null, 1]], {
        merges: [{ top: 1, left: 5, bottom: 2, right: 5 }],
      }),
    )
    expect(rows.map((row) => row.values.floor_area)).toEqual([undefined, undefined])
    expect(findings.filter((finding) => finding.code === 'merged_number')).toHaveLength(2)
  })
})
