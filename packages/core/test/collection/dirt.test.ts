import { type CellContent, dropFilledGaps, findCellPlace, isLost, settleDuplicates } from '@eduduty/core/collection'
import { describe, expect, it } from 'vitest'
import { plan, read, schools, sheetOf } from './fixture.ts'

const HEAD = [
  '学校代码',
  '学校名称',
  '学校类型',
  '小学学生人数',
  '初中学生人数',
  '教学及辅助用房总面积',
  '上一年度公用经费预算总额',
  '是否人口密度过高的大城市中心城区学校',
  '建校时间',
]
const GOOD = ['9901000001', '甲', '小学', 10, 0, 100, 1.5, '否', 1998] as const

/** Reads one row in which one column holds something else. */
function withCell(column: string, raw: string | number | boolean | CellContent) {
  const at = HEAD.indexOf(column)
  const { rows, findings } = read(sheetOf([HEAD, GOOD.map((held, place) => (place === at ? raw : held))]))
  const cell = `${'ABCDEFGHI'[at]}2`
  const id = schools.columns.find((one) => one.title === column)?.id ?? ''
  return { value: rows[0]?.values[id], finding: findings.find((finding) => finding.cell === cell), rows }
}

describe('repairs, each said with what was found and what it was taken for', () => {
  it.each([
    ['小学学生人数', '１２３４', '1234'],
    ['小学学生人数', ' 1,234 ', '1234'],
    ['小学学生人数', '1，234人', '1234'],
    ['小学学生人数', "'56", '56'],
    ['小学学生人数', '\u00a056\u3000', '56'],
    ['教学及辅助用房总面积', '5200.50㎡', '5200.5'],
    ['教学及辅助用房总面积', '3亩', '2000'],
    ['上一年度公用经费预算总额', '15000元', '1.5'],
    ['学校代码', '９９０１０００００１', '9901000001'],
    ['学校类型', '完全小学', 'primary'],
    ['建校时间', '1998年9月', '1998'],
  ])('%s “%s” is taken for %s', (column, raw, value) => {
    const read = withCell(column, raw)
    expect(read.value).toBe(value)
    expect(read.finding?.level).toBe('repair')
    expect(read.finding?.taken).toBe(value)
  })

  it.each([
    ['√', true],
    ['Y', true],
    ['有', true],
    ['×', false],
    [0, false],
  ] as const)('a yes-or-no column takes %s', (raw, value) => {
    expect(withCell('是否人口密度过高的大城市中心城区学校', raw).value).toBe(value)
  })

  it('keeps numbers exact and drops only the noise beyond 15 digits', () => {
    expect(withCell('教学及辅助用房总面积', 1234567.89).value).toBe('1234567.89')
    expect(withCell('教学及辅助用房总面积', 0.1 + 0.2).value).toBe('0.3')
    expect(withCell('教学及辅助用房总面积', 1e-7).value).toBe('0.0000001')
    expect(withCell('小学学生人数', 2.0000000000000004).value).toBe('2')
  })
})

describe('refusals: the value stays 未报, the row stays', () => {
  const date: CellContent = { kind: 'date', date: '2024-03-12', serial: '45363' }
  it.each<[string, string | number | boolean | CellContent, string]>([
    ['小学学生人数', '无', 'placeholder'],
    ['小学学生人数', '/', 'placeholder'],
    ['小学学生人数', '—', 'placeholder'],
    ['小学学生人数', '未统计', 'placeholder'],
    ['小学学生人数', '约500', 'approximate'],
    ['小学学生人数', '500左右', 'approximate'],
    ['小学学生人数', '500余人', 'approximate'],
    ['小学学生人数', '#REF!', 'error_value'],
    ['小学学生人数', { kind: 'error', text: '#DIV/0!' }, 'error_value'],
    ['小学学生人数', date, 'date_in_number'],
    ['小学学生人数', '3月12日', 'date_in_number'],
    ['小学学生人数', -5, 'negative'],
    ['小学学生人数', 10.5, 'not_an_integer'],
    ['小学学生人数', true, 'not_a_number'],
    ['小学学生人数', '十二', 'not_a_number'],
    ['小学学生人数', 110101199001011230, 'number_too_long'],
    ['教学及辅助用房总面积', '300元', 'unit_mismatch'],
    ['学校类型', '小学校', 'unknown_code'],
    ['是否人口密度过高的大城市中心城区学校', '可能', 'not_yes_or_no'],
    ['建校时间', '很早', 'not_a_year'],
    ['小学学生人数', '', 'required_blank'],
  ])('%s %s → %s', (column, raw, code) => {
    const read = withCell(column, raw)
    expect(read.rows).toHaveLength(1)
    expect(read.value).toBeUndefined()
    expect(read.finding).toMatchObject({ level: 'error', code, unit: '9901000001', unit_name: '甲' })
    expect(read.finding?.advice).toBeTruthy()
  })

  it('advises a zero only for an amount, and says a blank key once, in its own cell', () => {
    expect(withCell('小学学生人数', '').finding?.advice).toBe('补填；确实为零填 0')
    expect(withCell('学校类型', '').finding?.advice).toBe('请补填')
    const { findings } = read(sheetOf([[...HEAD.slice(1), '学校代码'], GOOD.slice(1)]))
    const errors = findings.filter(({ level }) => level === 'error')
    expect(errors.map(({ code, cell }) => [code, cell])).toEqual([['missing_key', 'I2']])
  })

  it('names the nearest code', () => {
    expect(withCell('学校类型', '九年制').finding?.advice).toContain('九年一贯制')
  })

  it('a code that became a float cannot name a school: the record is refused, with both reasons', () => {
    const { rows, findings } = read(sheetOf([HEAD, [110101199001011230, ...GOOD.slice(1)]]))
    expect(rows.map(({ values, refused }) => [values.code, refused?.row])).toEqual([
      [undefined, '2024/学校.xlsx“Sheet1”A2'],
    ])
    expect(findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(['code_became_number', 'missing_key']),
    )
  })

  it('one bad row does not hide the others', () => {
    const { rows } = read(
      sheetOf([HEAD, GOOD, ['坏', '乙', '?', 'x', 'y', 'z', '#N/A', '', ''], ['9901000003', ...GOOD.slice(1)]]),
    )
    expect(rows.map((row) => row.values.code)).toEqual(['9901000001', undefined, '9901000003'])
  })
})

describe('the same school twice', () => {
  const other = (over: Partial<Record<number, string | number>>) => GOOD.map((held, at) => over[at] ?? held)
  it('the same row twice counts once', () => {
    const { rows } = read(sheetOf([HEAD, GOOD, GOOD]))
    const settled = settleDuplicates(rows, [schools])
    expect(settled.rows).toHaveLength(1)
    expect(settled.findings.map((finding) => finding.level)).toEqual(['note'])
  })
  it('different rows refuse each other and name each other; the school stays without its figures', () => {
    const first = read(sheetOf([HEAD, GOOD]), '2024/甲.xlsx').rows
    const second = read(sheetOf([HEAD, other({ 3: 11 })]), '2024/乙.xlsx').rows
    const settled = settleDuplicates(
      [...first, ...second],
      plan.indexes.map((index) => index.register),
    )
    expect(settled.rows.map(({ values, refused }) => [values, refused?.row])).toEqual([
      [{ code: '9901000001', name: '甲' }, '报了 2 份且不一致（2024/甲.xlsx“Sheet1”A2、2024/乙.xlsx“Sheet1”A2）'],
    ])
    expect(settled.findings.map((finding) => finding.message).join()).toContain('2024/乙.xlsx')
    expect(settled.findings.map((finding) => finding.message).join()).toContain('小学学生人数')
  })
  it('two names under one code may be two schools: one keeps the code, the other is lost', () => {
    const { rows } = read(sheetOf([HEAD, GOOD, other({ 1: '乙', 3: 11 })]))
    const settled = settleDuplicates(rows, [schools])
    expect(settled.rows.map((row) => row.values)).toEqual([{ code: '9901000001' }, {}])
    expect(settled.rows.map((row) => isLost(schools, row))).toEqual([false, true])
  })
  it('another year is another row', () => {
    const rows = [read(sheetOf([HEAD, GOOD]), '2023/甲.xlsx'), read(sheetOf([HEAD, GOOD]), '2024学年/甲.xlsx')].flatMap(
      (part) => part.rows,
    )
    expect(settleDuplicates(rows, [schools]).rows.map((row) => row.year)).toEqual([2023, 2024])
  })
})

describe('one register spread over several sheets', () => {
  const people = sheetOf([HEAD.slice(0, 5), GOOD.slice(0, 5)], { name: '学生' })
  const rooms = (area: number) =>
    sheetOf(
      [
        ['学校代码', '学校名称', '建校时间', '教学及辅助用房总面积'],
        ['9901000001', '甲', 1998, area],
      ],
      { name: '用房' },
    )

  it('is joined, every value keeps its own sheet, and what the other sheet holds is no gap', () => {
    const parts = [read(people, 'a.xlsx', { defaultYear: 2024 }), read(rooms(100), 'b.xlsx', { defaultYear: 2024 })]
    const settled = settleDuplicates(
      parts.flatMap((part) => part.rows),
      [schools],
    )
    expect(settled.rows).toHaveLength(1)
    const [row] = settled.rows
    expect(row?.values).toMatchObject({ primary_pupils: '10', floor_area: '100' })
    expect(row && findCellPlace(row.source, 'floor_area')).toEqual({ file: 'b.xlsx', sheet: '用房', cell: 'D2' })
    expect(row && findCellPlace(row.source, 'primary_pupils')).toEqual({ file: 'a.xlsx', sheet: '学生', cell: 'D2' })
    const gaps = parts.flatMap((part) => part.findings).filter((finding) => finding.code === 'missing_column')
    expect(gaps.length).toBeGreaterThan(0)
    expect(dropFilledGaps(gaps, settled)).toEqual([])
  })

  it('is not joined when two sheets with the same column disagree', () => {
    const parts = [read(rooms(100), 'a.xlsx', { defaultYear: 2024 }), read(rooms(200), 'b.xlsx', { defaultYear: 2024 })]
    const settled = settleDuplicates(
      parts.flatMap((part) => part.rows),
      [schools],
    )
    expect([
      settled.rows.length,
      settled.findings.filter((finding) => finding.code === 'duplicate_unit').length,
    ]).toEqual([1, 2])
    expect(settled.rows[0]?.values.floor_area).toBeUndefined()
  })
})
