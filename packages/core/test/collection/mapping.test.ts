import { type MappingEntry, MappingFile, readRows, recogniseSheet } from '@eduduty/core/collection'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { plan, schools, sheetOf } from './fixture.ts'

function readMapped(sheet: ReturnType<typeof sheetOf>, entry: MappingEntry) {
  const reading = recogniseSheet(sheet, plan, [entry])
  const parts = reading.found.map((recognition) =>
    readRows(sheet, recognition, { file: 'x.csv', register: schools, plan }),
  )
  return { rows: parts.flatMap((part) => part.rows), findings: parts.flatMap((part) => part.findings), reading }
}

const STATISTICS = sheetOf(
  [
    ['某省学校统计', null, null, null, null, null, null, null],
    ['ID', 'School', 'Level', '教师', null, null, null, 'Year'],
    [null, null, null, '小学', null, '初中', null, null],
    [null, null, null, '本科', '专科', '本科', '专科', null],
    ['9901000001', 'A', 'P', 1, 2, 3, 4, 2021],
    ['9901000002', 'B', 'J', '..', 6, 7, 8, 2021],
    ['9901000001', 'A', 'P', 9, 2, 3, 4, '2022-2023'],
    ['9901000003', 'C', 'X', 1, 1, 1, 1, 2021],
  ],
  {
    merges: [0, 1, 2, 7]
      .map((left) => ({ top: 1, left, bottom: 3, right: left }))
      .concat(
        { top: 1, left: 3, bottom: 1, right: 6 },
        { top: 2, left: 3, bottom: 2, right: 4 },
        { top: 2, left: 5, bottom: 2, right: 6 },
      ),
  },
)

describe('a mapping written by a user', () => {
  it('names headings with their groups, codes, marks for “not reported”, the column of the year, and which rows count', () => {
    const { rows } = readMapped(STATISTICS, {
      register: 'schools',
      columns: {
        code: 'ID',
        name: 'School',
        type: { heading: 'Level', values: { P: '小学', J: '初中' } },
        bachelor_primary: { heading: '小学/本科', values: { '..': '' } },
        bachelor_junior: '教师/初中/本科',
        college_primary: { heading: ['没有的', '小学/专科'], scale: 2 },
      },
      year: 'Year',
      rows_where: { Level: ['P', 'J'] },
    })
    expect(rows.map((row) => [row.year, row.values])).toEqual([
      [
        2021,
        {
          code: '9901000001',
          name: 'A',
          type: 'primary',
          bachelor_primary: '1',
          bachelor_junior: '3',
          college_primary: '4',
        },
      ],
      [2021, { code: '9901000002', name: 'B', type: 'junior', bachelor_junior: '7', college_primary: '12' }],
      [
        2022,
        {
          code: '9901000001',
          name: 'A',
          type: 'primary',
          bachelor_primary: '9',
          bachelor_junior: '3',
          college_primary: '4',
        },
      ],
    ])
  })

  it('refuses a heading that stands over several columns and says how to write it', () => {
    const { rows, findings } = readMapped(STATISTICS, {
      register: 'schools',
      columns: { code: 'ID', bachelor_primary: '本科' },
    })
    expect(rows[0]?.values.bachelor_primary).toBeUndefined()
    expect(findings.find((finding) => finding.column === 'bachelor_primary')).toMatchObject({
      level: 'error',
      code: 'ambiguous_heading',
    })
  })

  it('says which heading was not found', () => {
    const { findings } = readMapped(STATISTICS, {
      register: 'schools',
      columns: { code: 'ID', name: 'School', floor_area: 'Area' },
    })
    expect(findings.find((finding) => finding.column === 'floor_area')?.message).toContain('Area')
  })

  it('also reads items that stand one below another', () => {
    const sheet = sheetOf([
      ['指标', '数值'],
      ['机构编号', '9901000001'],
      ['机构', '甲'],
      ['在读', '12'],
      ['建筑（亩）', 3],
      ['无关', 1],
    ])
    const { rows } = readMapped(sheet, {
      register: 'schools',
      columns: { code: '机构编号', name: '机构', primary_pupils: '在读', floor_area: '建筑' },
      constants: { dense: false },
      year: 2020,
    })
    expect(rows.map((row) => [row.year, row.values])).toEqual([
      [2020, { code: '9901000001', name: '甲', primary_pupils: '12', floor_area: '2000', dense: false }],
    ])
  })

  it('leaves a sheet alone that has less than half of its headings', () => {
    const other = sheetOf([
      ['ID', '别的'],
      ['9901000001', 1],
    ])
    expect(
      readMapped(other, { register: 'schools', columns: { code: 'ID', name: 'School', type: 'Level' } }).reading.found,
    ).toEqual([])
  })

  it('has a shape that is checked', () => {
    expect(Value.Check(MappingFile, { mappings: [{ register: 'schools', columns: { code: 'ID' } }] })).toBe(true)
    expect(Value.Check(MappingFile, { mappings: [{ register: 'schools', colums: {} }] })).toBe(false)
  })
})
