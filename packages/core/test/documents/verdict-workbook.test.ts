import type { RegisterRow } from '@eduduty/core/collection'
import { describe, expect, it } from 'vitest'
import { layOutVerdict, mentionsOfWorkbook, type SheetModel, textOf } from '../../src/documents/index.ts'
import { countyRows, evaluate, type School, smallPack } from '../evaluation/small-county.ts'

const schools: readonly School[] = [
  { code: '1', primary: '300', books: '6015' },
  { code: '2', primary: '200', books: '3000' },
  { code: '3', primary: '100', books: '2000' },
  { code: '4', primary: '100', silent: true },
  { code: '5', primary: '40', books: '900', roster: { point: true } },
]
const model = layOutVerdict(evaluate(countyRows(schools)))

const sheetNamed = (name: string): SheetModel => {
  const found = model.sheets.find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}

const rowsOf = (sheet: SheetModel): string[][] =>
  sheet.grid.roles.map((_, row) =>
    sheet.grid.cells.filter((cell) => cell.row === row).map(({ output }) => textOf(output)),
  )

/** A refused cell holds nothing. */
function withoutBooks(row: RegisterRow): RegisterRow {
  const { books, ...values } = row.values
  return row.refused === undefined || books === undefined ? row : { ...row, values }
}

describe('the verdict workbook of any pack', () => {
  it('says 评估 once, also of a pack that is called so', () => {
    const named = (title: string) => {
      const pack = { ...smallPack, pack: { ...smallPack.pack, title } }
      return layOutVerdict(evaluate(countyRows(schools), pack)).title
    }
    expect(named('优质均衡督导评估')).toBe('优质均衡督导评估结果')
    expect(named('履职台账')).toBe('履职台账评估结果')
  })

  it('lists each item with its light, counts and who is waited for', () => {
    const row = rowsOf(sheetNamed('总表')).find((cells) => cells[2] === '生均图书')
    expect(row?.slice(3, 8)).toEqual(['未达标', '2', '1', '1', '0'])
  })

  it('shows every subject, shades what fails, and gives the reason of an exclusion', () => {
    const sheet = sheetNamed('学校学段')
    const rows = rowsOf(sheet)
    expect(rows.find((cells) => cells[1]?.startsWith('学校5'))?.at(-1)).toBe('不列入：不足50人的教学点')
    expect(rows.find((cells) => cells[1]?.startsWith('学校4'))?.[2]).toBe('未报')
    const shaded = sheet.grid.cells.filter((cell) => cell.shaded).map(({ output }) => textOf(output))
    expect(shaded).toEqual(['15.00'])
  })

  it('exports mean, deviation and coefficient, or says why there is none', () => {
    const complete = layOutVerdict(evaluate(countyRows(schools.slice(0, 3))))
    const sheet = complete.sheets.find(({ name }) => name === '校际差异')
    // Mean 11015/600; weighted mean square of the deviations 5.63952 by hand.
    const row = sheet === undefined ? undefined : rowsOf(sheet).find((cells) => cells[1] === '小学')
    expect(Number(row?.[2])).toBeCloseTo(11015 / 600, 5)
    expect(Number(row?.[4])).toBeCloseTo(0.129357, 5)
    expect(rowsOf(sheetNamed('校际差异')).some((cells) => cells.includes('不可计算'))).toBe(true)
  })

  it('names who has not reported, and which items a reported table lacks', () => {
    const refused = countyRows(schools).map((row) =>
      row.register === 'form' && row.values.code === '2' ? { ...row, refused: { cells: { books: '约500' } } } : row,
    )
    const { sheets } = layOutVerdict(evaluate(refused.map(withoutBooks)))
    const sheet = sheets.find(({ name }) => name === '未报单位')
    expect(sheet === undefined ? [] : rowsOf(sheet).slice(2, 4)).toEqual([
      ['填报表', '4', '学校4', '全表'],
      ['填报表', '2', '学校2', '图书'],
    ])
  })

  it('ties its cells to figures', () => {
    const places = mentionsOfWorkbook(model).filter(({ figures }) => figures.includes('books_each@2/小学'))
    expect(places.map(({ place }) => place.split('!')[0])).toContain('学校学段')
  })
})
