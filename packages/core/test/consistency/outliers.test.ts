import { describe, expect, it } from 'vitest'
import type { CellValue, RegisterRow } from '../../src/collection/index.ts'
import { evaluationOf, findOutliers } from '../../src/consistency/index.ts'
import { planPack } from '../../src/evaluation/index.ts'
import type { Pack } from '../../src/packs/index.ts'

/** Columns that are counted anew every year. */
const counts = ['a', 'b', 'c', 'd', 'e']

const pack: Pack = {
  pack: {
    id: 'peers',
    version: '1.0.0',
    title: '同类',
    issuer: '测试',
    document: '测试',
    scope: '县',
    since: '2017-01-01',
    licence: 'CC0',
  },
  dimensions: [{ id: 'school', title: '代码', kind: 'unit' }],
  registers: [
    {
      id: 'form',
      title: '学校表',
      row_is: '一所学校',
      period: '学年',
      reporter: '学校',
      columns: [
        { id: 'code', title: '学校代码', type: 'text', dimension: 'school' },
        { id: 'setting', title: '城乡', type: 'text' },
        { id: 'founded', title: '建校时间', type: 'year' },
        { id: 'pupils', title: '学生数', type: 'integer', unit: '人', min: '0' },
        { id: 'area', title: '占地面积', type: 'number', unit: '平方米', min: '0' },
        { id: 'money', title: '经费', type: 'number', unit: '万元', min: '0' },
        ...counts.map((id) => ({ id, title: `第${id}项`, type: 'integer' as const, unit: '人', min: '0' })),
      ],
    },
  ],
  indicators: [],
  outliers: [
    {
      id: 'form_outliers',
      title: '学校表离群值',
      register: 'form',
      peers: [{ title: '城乡', formula: 'setting' }],
      size: { title: '学生数', formula: 'pupils', unit: '人', bands: ['400', '800'] },
      compare: [
        { column: 'founded', fixed: true },
        { column: 'pupils', least: '5' },
        { column: 'area', per: { title: '名学生', formula: 'pupils ÷ 1 人' }, least: '50' },
        { column: 'money', per: { title: '名学生', formula: 'pupils ÷ 1 人' }, least: '1' },
        ...counts.map((column) => ({ column, least: '5' })),
      ],
    },
  ],
}
const plan = planPack(pack)

type Cells = Readonly<Record<string, CellValue>>

/** Forty schools, twenty of them in town, all a little different, in a year. */
function county(year: number): Cells[] {
  return Array.from({ length: 40 }, (_, at) => {
    const pupils = 200 + at * 13 + (year - 2024) * (at % 5)
    return {
      code: `学校${at}`,
      setting: at < 20 ? '城区' : '乡村',
      founded: String(1950 + at),
      pupils: String(pupils),
      area: String(Math.round((200 + at * 13) * (10 + (at % 7)) + 0.5)),
      ...Object.fromEntries(
        counts.map((id, place) => [
          id,
          String(60 + at * 3 + ((at * 7 + place * 5 + (year - 2024) * (3 + place)) % 11)),
        ]),
      ),
      money: (pupils * 0.08 * (1 + (at % 4) / 50) + 1).toFixed(2),
    }
  })
}

const rowOf =
  (year: number) =>
  (values: Cells): RegisterRow => ({
    register: 'form',
    year,
    values,
    source: { file: '', sheet: '', row: 0, cellOf: () => undefined },
  })

function outliersWith(at: number, change: Cells, years: readonly number[] = [2024, 2025]) {
  const now = county(2025).map((cells, index) => (index === at ? { ...cells, ...change } : cells))
  const before = years.includes(2024) ? county(2024).map(rowOf(2024)) : []
  return findOutliers(evaluationOf({ plan, year: 2025, rows: [...before, ...now.map(rowOf(2025))] })).map(
    ({ row, column, message }) => ({ unit: row.unit, column, message }),
  )
}

describe('outliers', () => {
  it('say nothing about a county in which schools differ as schools do', () => {
    expect(outliersWith(0, {})).toEqual([])
  })

  it('name a sum in yuan with peers, the year before and what was meant', () => {
    const found = outliersWith(3, { money: '203900' })
    expect(found).toMatchObject([{ unit: '学校3', column: 'money' }])
    expect(found[0]?.message).toMatch(
      /^“经费”填203900万元；每名学生.*所同类学校（城区、学生数不足400人）的中位数是0\.08/,
    )
    expect(found[0]?.message).toContain('2024年是21.27万元')
    expect(found[0]?.message).toContain('可能是以元填报，如是，应为20.39万元左右')
  })

  it('take square metres for mu where the numbers fit', () => {
    expect(outliersWith(8, { area: '5.01' })[0]?.message).toContain('可能是以亩填报，如是，应为3340平方米左右')
  })

  it('ask without a year before only about what is far away', () => {
    expect(outliersWith(8, { area: '5.01' }, [])).toMatchObject([{ unit: '学校8', column: 'area' }])
    expect(outliersWith(8, { area: '6000' }, [])).toEqual([])
  })

  it('ask about a cell that never changes when it does', () => {
    expect(outliersWith(8, { founded: '1985' })).toMatchObject([{ unit: '学校8', column: 'founded' }])
  })

  it('say that a form is the one of the year before, or of another school, once for the whole form', () => {
    const [old] = county(2024).slice(12, 13)
    expect(outliersWith(12, old ?? {})).toMatchObject([{ unit: '学校12', column: undefined }])
  })

  it('leave a school alone that has always been unusual', () => {
    const special = (cells: Cells, index: number): Cells => (index === 5 ? { ...cells, area: '13000' } : cells)
    const rows = [...county(2024).map(special).map(rowOf(2024)), ...county(2025).map(special).map(rowOf(2025))]
    expect(findOutliers(evaluationOf({ plan, year: 2025, rows }))).toEqual([])
  })
})
