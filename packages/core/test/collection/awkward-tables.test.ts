import {
  findYear,
  type MappingEntry,
  planReading,
  readRows,
  recogniseSheet,
  type Sheet,
} from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { read, schools, sheetOf } from './fixture.ts'

const stages: Register = {
  id: 'stages',
  title: '分段表',
  row_is: '一所学校的一个学段',
  period: '学年',
  reporter: '学校',
  columns: [
    { id: 'code', title: '学校代码', type: 'text', required: true, dimension: 'school' },
    { id: 'stage', title: '学段', type: 'text', required: true, dimension: 'stage' },
    { id: 'pupils', title: '学生数', type: 'integer', unit: '人', required: true },
    { id: 'classes', title: '班级数', synonyms: ['班'], type: 'integer', unit: '个', required: true },
    { id: 'sport', title: '场地面积', type: 'number', unit: '平方米', required: true },
    { id: 'gap', title: '校际差异率', type: 'number' },
    { id: 'books', title: '图书', type: 'number', unit: '册' },
  ],
}
const plan = planReading([schools, stages], [])

function readAll(sheet: Sheet, entries: readonly MappingEntry[] = [], defaultYear: number | undefined = 2024) {
  const parts = recogniseSheet(sheet, plan, entries).found.map((recognition) => {
    const register = recognition.register === stages.id ? stages : schools
    const year = defaultYear === undefined ? {} : { defaultYear }
    return readRows(sheet, recognition, { file: 'x.csv', register, plan, ...year })
  })
  return {
    rows: parts.flatMap((part) => part.rows),
    findings: parts.flatMap((part) => part.findings),
    registers: parts.map((part) => part.rows[0]?.register),
  }
}

const WIDE = sheetOf([
  ['学校代码', '小学', null, null, '初中', null, null],
  [null, '学生', '班', '场地', '学生', '班', '场地'],
  ['9901000001', 60, 2, 600, 40, 1, 500],
  ['9901000002', 100, 3, 900, null, null, null],
])
const bothStages = ['小学', '初中'].map(
  (stage): MappingEntry => ({
    register: 'stages',
    constants: { stage },
    columns: { code: '学校代码', pupils: `${stage}/学生`, classes: `${stage}/班`, sport: `${stage}/场地` },
  }),
)

describe('one sheet read by two entries of a mapping file', () => {
  it('gives the records of each, a unit word as title, and no error for what is no record or another’s column', () => {
    const { rows, findings } = readAll(WIDE, bothStages)
    expect(rows.map(({ values }) => [values.code, values.stage, values.pupils, values.classes, values.sport])).toEqual([
      ['9901000001', '小学', '60', '2', '600'],
      ['9901000002', '小学', '100', '3', '900'],
      ['9901000001', '初中', '40', '1', '500'],
    ])
    expect(findings.filter(({ level }) => level === 'error' || level === 'note')).toEqual([])
  })
  it('still says what is missing in a record that has something', () => {
    const sheet = sheetOf([
      ...WIDE.rows.slice(0, 2).map((row) => row.map((one) => one?.content)),
      ['9901000001', 60, 2, 600, 40],
    ])
    expect(readAll(sheet, bothStages).findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['required_blank', 'F3'],
      ['required_blank', 'G3'],
    ])
  })
})

describe('a word for a unit in a heading', () => {
  it('is the title of a column where the group alone is none, and the unit where it is', () => {
    const grouped = sheetOf([
      ['学校代码', '学段', '规模', null, '场地面积'],
      [null, null, '学生数', '班', '亩'],
      ['9901000001', '小学', 60, 2, 3],
    ])
    expect(readAll(grouped).rows[0]?.values).toMatchObject({ pupils: '60', classes: '2', sport: '2000' })
  })
})

describe('a general entry of a mapping file', () => {
  const fitting: MappingEntry = { register: 'stages', columns: { code: '学校代码' } }
  const table = sheetOf([
    ['学校名称', '学校代码', '学校类型', '小学学生人数', '初中学生人数'],
    ['甲', '9901000001', '小学', 10, 0],
  ])
  it('gives way to the register whose headings explain more of the sheet', () => {
    expect(readAll(table, [fitting]).registers).toEqual(['schools'])
  })
  it('is taken at its word when it names the sheet', () => {
    expect(readAll(table, [{ ...fitting, sheet: 'Sheet1' }]).registers).not.toContain('schools')
  })
})

describe('units of headings', () => {
  const values = (heading: string, cell: string | number) => {
    const { rows, findings } = readAll(
      sheetOf([
        ['学校代码', '学段', '学生数', '班级数', heading],
        ['9901000001', '小学', 60, 2, cell],
      ]),
    )
    return {
      row: rows[0],
      codes: findings.filter(({ cell: at }) => at?.startsWith('E')).map(({ code }) => code),
      findings,
    }
  }
  it('converts 千册 and other multiples, and 亩 without rounding', () => {
    expect(values('图书（千册）', 1.5).row?.values.books).toBe('1500')
    expect(values('图书(百册)', 3).row?.values.books).toBe('300')
    expect(values('场地面积（亩）', 5).row?.values.sport).toBe('10000/3')
  })
  it('takes a percentage over a column of ratios for what it says', () => {
    const plain = values('校际差异率(%)', 14.9)
    expect([plain.row?.values.gap, plain.codes]).toEqual(['0.149', ['unit_converted']])
    expect(values('校际差异率(%)', '14.9%').row?.values.gap).toBe('0.149')
    expect(values('校际差异率', 0.149).row?.values.gap).toBe('0.149')
  })
  it('takes other words for counting single things as they are', () => {
    const sheet = sheetOf([
      ['学校代码', '学段', '学生数', '班级数（件）'],
      ['9901000001', '小学', 60, 2],
    ])
    expect(readAll(sheet).rows[0]?.values.classes).toBe('2')
  })
  it('refuses the values under a unit it does not know, and says which', () => {
    const { row, findings } = values('图书（箱）', 12)
    expect(row?.values.books).toBeUndefined()
    expect(row?.refused?.cells).toEqual({ books: '12箱' })
    expect(findings.find(({ code }) => code === 'unit_mismatch')?.message).toContain('单位“箱”不认识')
  })
})

describe('rows that sum up others', () => {
  it.each(['合计', 'Total', 'Subtotal', 'Sum', 'All', '全县', '城区小计', 'Urban Total', '平均', '其中：女'])(
    '%s is no record',
    (word) => {
      const { rows, findings } = readAll(
        sheetOf([
          ['学校名称', '学校代码', '小学学生人数', '初中学生人数', '教学及辅助用房总面积'],
          ['甲', '9901000001', 10, 0, 5],
          [word, null, 10, 0, 5],
        ]),
      )
      expect([rows.length, findings.some(({ code }) => code === 'rows_left_out')]).toEqual([1, true])
    },
  )
})

describe('the year', () => {
  it.each([
    ['Table 3. Full-time teachers and facilities, Urban, 2024', 2024],
    ['2024 School Year', 2024],
    ['School year 2024', 2024],
    ['SY2023-24', 2023],
    ['Enrolment 2023–24', 2023],
    ['2023/2024', 2023],
    ['教督〔2017〕6号', undefined],
    ['热线 2024-1234', undefined],
    ['第 2024 号文件', undefined],
  ])('of %s', (title, year) => {
    expect(findYear(title)).toBe(year)
  })
  it('is missed once for a sheet, with every cure', () => {
    const sheet = sheetOf([
      ['学校名称', '学校代码', '小学学生人数', '初中学生人数'],
      ...['9901000001', '9901000002'].map((code) => ['甲', code, 10, 0]),
    ])
    const { rows, findings } = read(sheet, 'x.csv')
    expect(rows).toEqual([])
    const said = findings.filter(({ code }) => code === 'no_year')
    expect(said).toHaveLength(1)
    expect(said[0]?.message).toContain('2 条')
    expect(said[0]?.advice).toMatch(/--year.*对照文件/)
  })
})

describe('tables one below another in one sheet', () => {
  const head = ['学校名称', '学校代码', '小学学生人数', '初中学生人数', '教学及辅助用房总面积（亩）']
  const school = (code: string, pupils: number) => ['甲', code, pupils, 0, 3]
  it('are each read under their own headings and titles', () => {
    const { rows } = readAll(
      sheetOf([
        ['2023年学校情况'],
        head,
        school('9901000001', 10),
        [],
        ['2024年分段情况'],
        ['学校代码', '学段', '学生数', '班级数', '场地面积'],
        ['9901000001', '小学', 60, 2, 600],
        ['9901000002', '小学', 70, 2, 700],
      ]),
      [],
      undefined,
    )
    expect(
      rows.map(({ register, year, values }) => [register, year, values.code, values.primary_pupils ?? values.pupils]),
    ).toEqual([
      ['schools', 2023, '9901000001', '10'],
      ['stages', 2024, '9901000001', '60'],
      ['stages', 2024, '9901000002', '70'],
    ])
  })
  it('are told apart by their years when their headings are the same, and other columns are found again', () => {
    const swapped = ['学校代码', '学校名称', '初中学生人数', '小学学生人数']
    const { rows } = readAll(
      sheetOf([
        ['2022年'],
        head,
        school('9901000001', 10),
        ['2023年'],
        head,
        school('9901000001', 11),
        ['2024年'],
        swapped,
        ['9901000001', '甲', 0, 12],
      ]),
      [],
      undefined,
    )
    expect(rows.map(({ year, values }) => [year, values.primary_pupils, values.floor_area])).toEqual([
      [2022, '10', '2000'],
      [2023, '11', '2000'],
      [2024, '12', undefined],
    ])
  })
  it('are one table when a page only repeats the headings', () => {
    const { rows, findings } = readAll(
      sheetOf([['2024年'], head, school('9901000001', 10), head, school('9901000002', 11)]),
    )
    expect(rows.map(({ values }) => values.code)).toEqual(['9901000001', '9901000002'])
    expect(findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(['missing_column'])
  })
})
