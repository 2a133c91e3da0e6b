import { describe, expect, it } from 'vitest'
import { layOutForm, type PlacedCell } from '../../src/documents/index.ts'
import type { Form, FormBlock } from '../../src/packs/index.ts'
import { countyRows, evaluate, type School } from '../evaluation/small-county.ts'

const schools: readonly School[] = [
  { code: '1', primary: '300', books: '6015' },
  { code: '2', primary: '200', books: '3000' },
  { code: '3', primary: '100', books: '2000' },
]

function cellsOf(blocks: FormBlock[], rows = countyRows(schools), columns = 3): readonly PlacedCell[] {
  const form: Form = {
    id: 'form',
    title: '测试表',
    file: '表.xlsx',
    sheets: [
      { id: 'one', name: '表一', orientation: 'portrait', widths: Array.from({ length: columns }, () => 10), blocks },
    ],
  }
  return layOutForm(evaluate(rows), form).sheets[0]?.grid.cells ?? []
}

const textAt = (cells: readonly PlacedCell[], row: number, column: number): string | undefined => {
  const output = cells.find((cell) => cell.row === row && cell.column === column)?.output
  return output === undefined || output.kind === 'empty' ? undefined : output.text
}

describe('an official form', () => {
  it('puts cells beside and below spans as a table does', () => {
    const cells = cellsOf([
      {
        role: 'header',
        rows: [
          [
            { text: '甲', rowspan: 2 },
            { text: '乙', colspan: 2 },
          ],
          [{ text: '丙' }, { text: '丁' }],
        ],
      },
    ])
    expect(cells.map(({ row, column, output }) => [row, column, output.kind === 'text' ? output.text : ''])).toEqual([
      [0, 0, '甲'],
      [0, 1, '乙'],
      [1, 1, '丙'],
      [1, 2, '丁'],
    ])
  })

  it('rounds the exact value once, half away from zero', () => {
    // 6015 ÷ 300 = 20.05 exactly; as a binary fraction it would print 20.1 or 20.0 by chance.
    const cells = cellsOf([
      { over: 'school_stage', row: [{ value: '序号' }, { text: '{对象名称}' }, { value: '生均图书', decimals: 1 }] },
    ])
    expect(textAt(cells, 0, 2)).toBe('20.1')
    expect([textAt(cells, 0, 0), textAt(cells, 1, 0), textAt(cells, 2, 0)]).toEqual(['1', '2', '3'])
    expect(textAt(cells, 1, 1)).toContain('学校2')
  })

  it('shades only what is known to be below standard', () => {
    const rows = countyRows([...schools, { code: '4', primary: '100', silent: true }])
    const cells = cellsOf([{ over: 'school_stage', row: [{ value: '生均图书', shade: '非 生均图书.达标' }] }], rows)
    expect(cells.map(({ shaded }) => shaded)).toEqual([false, true, false, false])
    expect(textAt(cells, 3, 0)).toBe('未报')
  })

  it('prints the range that a count must lie in when a school has not reported', () => {
    const rows = countyRows([...schools, { code: '4', primary: '100', silent: true }])
    const cells = cellsOf([{ rows: [[{ value: '计数(学校学段[生均图书.达标])' }, { value: '全县学生数' }]] }], rows)
    expect(textAt(cells, 0, 0)).toBe('2～3')
    expect(textAt(cells, 0, 1)).toBe('未报')
  })

  it('evaluates a block at the subject that it names, and names the figures of each cell', () => {
    const cells = cellsOf([
      {
        at: { grain: 'county_stage', subject: '小学' },
        rows: [[{ text: '共{计数(学校学段)}所' }, { value: '生均图书差异系数' }]],
      },
    ])
    expect(textAt(cells, 0, 0)).toBe('共3所')
    expect(cells[1]?.output).toMatchObject({ kind: 'number', decimals: 4 })
    expect(cells[1]?.figures).toContain('books_spread@小学')
  })

  it('keeps text that looks like a formula as text', () => {
    const rows = countyRows([{ code: '1', primary: '10', books: '1', roster: { name: '=cmd|A1' } }])
    const cells = cellsOf([{ over: 'school_stage', row: [{ text: '{对象名称}' }] }], rows)
    expect(cells[0]?.output.kind).toBe('text')
    expect(textAt(cells, 0, 0)).toContain('=cmd|A1')
  })
})
