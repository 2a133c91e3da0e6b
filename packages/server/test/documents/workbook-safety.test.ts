import type { PlacedCell, SheetModel } from '@eduduty/core/documents'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { writeWorkbook } from '../../src/platform/xlsx/write-workbook.ts'

const cell = (row: number, output: PlacedCell['output']): PlacedCell => ({
  row,
  column: 0,
  rowspan: 1,
  colspan: 1,
  bold: false,
  shaded: false,
  figures: [],
  align: 'left',
  output,
})

const sheet = (name: string, texts: readonly string[]): SheetModel => ({
  name,
  orientation: 'portrait',
  widths: [20],
  grid: {
    columns: 1,
    roles: texts.map(() => 'body' as const),
    cells: texts.map((text, row) => cell(row, { kind: 'text', text })),
  },
})

async function readBack(sheets: readonly SheetModel[]): Promise<ExcelJS.Workbook> {
  const bytes = await writeWorkbook({ title: '甲', file: '甲.xlsx', header: '甲&乙', sheets }, '2025-09-01')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  return book
}

it('writes text that looks like a formula as text, and loses no word around signs that XML cannot hold', async () => {
  const texts = ['=1+1', '+86', '-5', '@SUM(A1)', '＝cmd', '甲\u0000乙', '<a>&"b"', '  留空格']
  const book = await readBack([sheet('表', texts)])
  const read = texts.map((_, row) => book.worksheets[0]?.getCell(row + 1, 1).value)
  expect(read).toEqual(['=1+1', '+86', '-5', '@SUM(A1)', '＝cmd', '甲乙', '<a>&"b"', '  留空格'])
})

it('writes a negative number as a number with its format', async () => {
  const model = sheet('表', ['x'])
  const book = await readBack([
    { ...model, grid: { ...model.grid, cells: [cell(0, { kind: 'number', text: '-12.50', decimals: 2 })] } },
  ])
  expect(book.worksheets[0]?.getCell('A1').value).toBe(-12.5)
  expect(book.worksheets[0]?.getCell('A1').numFmt).toBe('0.00')
})

it('gives sheets names that a workbook allows', async () => {
  const long = '一'.repeat(40)
  const book = await readBack([sheet('a/b:c', ['1']), sheet(long, ['1']), sheet(long, ['1']), sheet('', ['1'])])
  const names = book.worksheets.map(({ name }) => name)
  expect(names[0]).toBe('a·b·c')
  expect(new Set(names).size).toBe(4)
  expect(names.every((name) => name.length > 0 && name.length <= 31)).toBe(true)
})
