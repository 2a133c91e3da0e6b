import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../../src/collection/read-sheets.ts'
import { markWorkbook } from '../../src/platform/workbooks/mark-workbook.ts'
import { readBytes } from '../../src/platform/workbooks/read-bytes.ts'
import { openRows } from '../../src/platform/workbooks/streaming/open-rows.ts'
import { makeFolder, workbook } from './corpus.ts'
import { encodeGb18030 } from './gb18030.ts'
import { HEADINGS, idNumber, plainRow, readStreamed, rosterPlan } from './roster-world.ts'

const folder = makeFolder()
const year = 2024

function random(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}

type Dirt =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly formula: string; readonly result: number | { error: '#REF!' } }

/** What people type, and what programs make of it. */
function dirty(next: (limit: number) => number, at: number, column: number): Dirt {
  const clean: readonly Dirt[] = [
    at + 1,
    idNumber(at),
    `学生${at}`,
    at % 2 === 0 ? '小学' : '初中',
    new Date(Date.UTC(2013, at % 12, 5)),
    1200 + at,
    at % 4,
    97.5,
    at % 3 === 0 ? '是' : '否',
  ]
  if (next(5) > 0) return clean[column] ?? null
  const others: readonly Dirt[] = [
    null,
    '',
    ' ',
    '约500',
    '１２３',
    '1,200',
    '无',
    '#N/A',
    'a&b <c> "d"',
    '2013-02-30',
    '20130511',
    '两\n行',
    '\u200b隐形 ',
    9.9010120130511e17,
    1e21,
    0.1 + 0.2,
    -3,
    2.5,
    true,
    new Date(Date.UTC(2024, 1, 29)),
    '完全小学',
    '小 学',
    `${idNumber(at).slice(0, 17)}0`,
    idNumber(at).replace(/^990/, '９９0'),
    '5公里',
    '√',
    { formula: 'A1+1', result: 7 },
    { formula: 'A1/0', result: { error: '#REF!' } },
    '合计',
    '_x000D_下划线',
  ]
  return others[next(others.length)] ?? null
}

function fillSheet(sheet: ExcelJS.Worksheet, seed: number): void {
  const next = random(seed)
  if (next(2) === 0) sheet.addRow(['2024年在校学生名册'])
  if (next(3) === 0) sheet.addRow([])
  sheet.addRow(HEADINGS)
  const count = 20 + next(260)
  for (let at = 0; at < count; at += 1) {
    const kind = next(60)
    if (kind === 0) sheet.addRow([])
    else if (kind === 1) sheet.addRow(['合计', null, null, null, null, 5000])
    else if (kind === 2) sheet.addRow(HEADINGS)
    else if (kind === 3) sheet.addRow(['备注：转入学生另表'])
    else {
      const row = sheet.addRow(HEADINGS.map((_, column) => dirty(next, at, column)))
      if (next(40) === 0) row.hidden = true
      if (next(10) === 0) row.getCell(8).numFmt = '0.0%'
    }
  }
  if (next(3) === 0) sheet.getColumn(7).hidden = true
  for (let merges = next(4); merges > 0; merges -= 1) {
    const [top, column] = [sheet.rowCount - 2 - next(15), 4 + next(5)]
    try {
      sheet.mergeCells(top, column, top + 1 + next(2), column)
    } catch {
      // Two of them would overlap.
    }
  }
}

describe('a roster read row by row', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'says what the whole sheet says: random xlsx %i',
    async (seed) => {
      const bytes = await workbook((sheet) => fillSheet(sheet, seed), '学生')
      const path = folder.put(`random-${seed}.xlsx`, bytes)
      const { sheets } = await readBytes(Buffer.from(bytes), '名册.xlsx')
      const whole = readSheets(sheets, '名册.xlsx', rosterPlan, { defaultYear: year })
      const streamed = await readStreamed(path, '名册.xlsx', year)
      // A repeated heading that a merge has damaged begins another table: that is refused by name, never read in part.
      if (streamed.rows.length === 0) {
        expect(streamed.findings).toMatchObject([{ level: 'error', code: 'stacked_tables' }])
        return
      }
      expect(streamed.rows.length).toBeGreaterThan(5)
      expect(streamed.rows).toEqual(whole.rows.map(plainRow))
      expect(streamed.findings).toEqual(whole.findings)
    },
  )

  it.each([3, 8, 13, 21, 34])(
    'given back with its errors told, says what it said before: random xlsx %i',
    async (seed) => {
      const bytes = await workbook((sheet) => fillSheet(sheet, seed), '学生')
      const path = folder.put(`sent-${seed}.xlsx`, bytes)
      const before = await readStreamed(path, '名册.xlsx', year)
      const { sheets } = await readBytes(Buffer.from(bytes), '名册.xlsx')
      const { findings } = readSheets(sheets, '名册.xlsx', rosterPlan, { defaultYear: year })
      expect(findings.filter(({ level, cell }) => level === 'error' && cell !== undefined).length).toBeGreaterThan(5)
      const marked = join(folder.path, `marked-${seed}.xlsx`)
      await markWorkbook(path, findings, marked, '名册.xlsx')
      expect(await readStreamed(marked, '名册.xlsx', year)).toEqual(before)
      const again = await readBytes(readFileSync(marked), '名册.xlsx')
      expect(readSheets(again.sheets, '名册.xlsx', rosterPlan, { defaultYear: year }).findings).toEqual(findings)
    },
  )

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', encodeGb18030],
  ] as const)('says what the whole text says: csv in %s', async (encoding, encode) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const next = random(seed)
      const lines = [HEADINGS.join(',')]
      for (let at = 0; at < 150; at += 1) {
        const fields = HEADINGS.map((_, column) => {
          const value = dirty(next, at, column)
          const text =
            value instanceof Date ? value.toISOString().slice(0, 10) : String(typeof value === 'object' ? '' : value)
          return /[",\n]/.test(text)
            ? `"${text.replaceAll('"', '""')}"`
            : text.startsWith('99') && at % 7 === 0
              ? `="${text}"`
              : text
        })
        lines.push(fields.join(','))
      }
      // U+200B has no place in the two-byte part of GB18030.
      const bytes = encode(lines.join(seed % 2 === 0 ? '\r\n' : '\n').replaceAll('\u200b', ''))
      const path = folder.put(`random-${encoding}-${seed}.csv`, bytes)
      const { sheets } = await readBytes(bytes, '名册.csv')
      const whole = readSheets(sheets, '名册.csv', rosterPlan, { defaultYear: year })
      const streamed = await readStreamed(path, '名册.csv', year)
      expect(streamed.rows.length).toBeGreaterThan(50)
      expect(streamed.rows).toEqual(whole.rows.map(plainRow))
      expect(streamed.findings).toEqual(whole.findings)
    }
  })

  it('tells a second table below the first, instead of reading on', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(HEADINGS)
      for (let at = 0; at < 400; at += 1) sheet.addRow([at, idNumber(at), `学生${at}`, '小学', null, 1, 1, 1, '是'])
      sheet.addRow(['2023年在校学生名册'])
      sheet.addRow(HEADINGS)
      sheet.addRow([1, idNumber(500), '学生', '小学', null, 1, 1, 1, '是'])
      sheet.addRow([1, idNumber(501), '学生', '小学', null, 1, 1, 1, '是'])
    })
    const { sheets } = await openRows(folder.put('stacked.xlsx', bytes), 'stacked.xlsx')
    expect(sheets[0]?.height).toBe(405)
    const { otherTable, rows } = await readStreamed(folder.put('stacked.xlsx', bytes), 'stacked.xlsx', year)
    expect({ otherTable, rows: rows.length }).toEqual({ otherTable: 402, rows: 400 })
  })
})
