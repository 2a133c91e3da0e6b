import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Finding } from '@eduduty/core/collection'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/collection/read-folder.ts'
import { markWorkbook } from '../../src/platform/workbooks/mark-workbook.ts'
import { codes, HEAD, makeFolder, ROW, register, workbook } from './corpus.ts'

const options = { registers: [register], codes, defaultYear: 2024 }
const RED = 'FFFF9C9A'

const dirty = () =>
  workbook((sheet, book) => {
    sheet.addRow([...HEAD])
    sheet.addRow([...ROW])
    const bad = sheet.addRow(['9901000002', '乙', '小学', '约500', 300, '否'])
    bad.getCell(4).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
    bad.getCell(4).font = { bold: true }
    bad.getCell(2).note = '张老师：名称已核对'
    bad.getCell(5).numFmt = '0.00'
    sheet.addRow(['9901000003', '丙', '小学', null, 300, '否'])
    sheet.getColumn(2).width = 33
    sheet.getCell('A1').dataValidation = { type: 'list', allowBlank: true, formulae: ['"a,b"'] }
    book.addWorksheet('别的').addRow(['不动'])
  })

async function open(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book
}

function fillOf(book: ExcelJS.Workbook, address: string): string | undefined {
  const fill = book.getWorksheet('学校')?.getCell(address).fill
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}

async function returned() {
  const folder = makeFolder()
  const source = folder.put('in/学校.xlsx', await dirty())
  const read = await readFolder(`${folder.path}/in`, options)
  folder.put('out/x', '')
  const out = `${folder.path}/out/学校.xlsx`
  await markWorkbook(source, read.findings, out)
  return { folder, source, out, findings: read.findings }
}

describe('the workbook that goes back', () => {
  it('has red cells with notes where it is wrong, also where the cell was empty, and nothing else changed', async () => {
    const { out, source } = await returned()
    const book = await open(out)
    const sheet = book.getWorksheet('学校')
    expect([fillOf(book, 'D3'), fillOf(book, 'D4'), fillOf(book, 'D2')]).toEqual([RED, RED, undefined])
    expect(sheet?.getCell('D3').font.bold).toBe(true)
    expect(sheet?.getCell('D3').value).toBe('约500')
    expect(JSON.stringify(sheet?.getCell('D3').note)).toContain('约数')
    expect(JSON.stringify(sheet?.getCell('B3').note)).toContain('张老师')
    expect(sheet?.getCell('E3').numFmt).toBe('0.00')
    expect(sheet?.getColumn(2).width).toBe(33)
    expect(sheet?.getCell('A1').dataValidation.type).toBe('list')
    const before = unzipSync(readFileSync(source))
    const after = unzipSync(readFileSync(out))
    expect(strFromU8(after['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toBe(
      strFromU8(before['xl/worksheets/sheet2.xml'] ?? new Uint8Array()),
    )
  })

  it('lists every error with sheet, cell, reason and advice', async () => {
    const { out } = await returned()
    const list = (await open(out)).getWorksheet('错误清单')
    const rows = list?.getSheetValues().map((row) => JSON.stringify(row)) ?? []
    expect(rows.some((row) => row.includes('D3') && row.includes('约500') && row.includes('填写确切的数'))).toBe(true)
    expect(rows.some((row) => row.includes('D4') && row.includes('没有填'))).toBe(true)
  })

  it('opens at the list alone, which prints on pages as wide as the paper', async () => {
    const { out } = await returned()
    const book = await open(out)
    const list = book.getWorksheet('错误清单')
    expect(book.views[0]?.activeTab).toBe(book.worksheets.findIndex((one) => one.name === '错误清单'))
    expect(list?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
    expect(list?.getCell('G4').alignment).toMatchObject({ wrapText: true })
    const parts = Object.entries(unzipSync(readFileSync(out))).filter(([name]) => /worksheets\/[^/]+\.xml$/.test(name))
    expect(parts.filter(([, bytes]) => strFromU8(bytes).includes('tabSelected="1"'))).toHaveLength(1)
  })

  it('leaves no ghosts: corrected, read again and marked again, old red and old notes are gone', async () => {
    const { folder, out } = await returned()
    const book = await open(out)
    const sheet = book.getWorksheet('学校')
    if (sheet !== undefined) sheet.getCell('D3').value = 500
    await book.xlsx.writeFile(out)
    folder.put('again/x', '')
    const read = await readFolder(out, options)
    expect(read.rows.map((row) => row.values.pupils)).toEqual(['1200', '500', undefined])
    expect(read.files[0]?.sheets.map((one) => one.register)).toEqual(['schools', undefined, undefined])
    await markWorkbook(out, read.findings, `${folder.path}/again/学校.xlsx`)
    const second = await open(`${folder.path}/again/学校.xlsx`)
    expect([fillOf(second, 'D3'), fillOf(second, 'D4')]).toEqual(['FFFFFF00', RED])
    const notes = ['D3', 'D4', 'B3'].map((cell) =>
      JSON.stringify(second.getWorksheet('学校')?.getCell(cell).note ?? ''),
    )
    expect(notes[0]).toBe('""')
    expect(notes[1]?.match(/没有填/g)).toHaveLength(1)
    expect(notes[2]).toContain('张老师')
    expect(second.worksheets.map((one) => one.name)).toEqual(['学校', '别的', '错误清单'])
  })

  it('says beside each wrong row what is wrong in it, and takes that away when it is right', async () => {
    const { folder, out } = await returned()
    const book = await open(out)
    const texts = (of: ExcelJS.Workbook, column: string) =>
      [1, 2, 3, 4].map((row) => of.getWorksheet('学校')?.getCell(`${column}${row}`).text ?? '')
    expect(texts(book, 'G')).toEqual([
      '【错误说明】',
      '',
      expect.stringMatching(/^【错误】D3 .*约/),
      expect.stringMatching(/^【错误】D4 .*没有填/),
    ])
    const sheet = book.getWorksheet('学校')
    if (sheet !== undefined) sheet.getCell('D3').value = 500
    await book.xlsx.writeFile(out)
    const read = await readFolder(out, options)
    expect(read.findings.filter(({ code }) => code === 'unknown_heading')).toEqual([])
    folder.put('later/x', '')
    await markWorkbook(out, read.findings, `${folder.path}/later/学校.xlsx`)
    const second = await open(`${folder.path}/later/学校.xlsx`)
    expect(texts(second, 'G')).toEqual(['【错误说明】', '', '', expect.stringContaining('没有填')])
    expect(texts(second, 'H')).toEqual(['', '', '', ''])
  })

  it('gives a csv back as a marked xlsx', async () => {
    const folder = makeFolder()
    const source = folder.put('a.csv', `${HEAD.join(',')}\n9901000001,甲,小学,无,1,是\n`)
    const read = await readFolder(source, options)
    await markWorkbook(source, read.findings, `${folder.path}/a.xlsx`)
    const book = await open(`${folder.path}/a.xlsx`)
    expect(book.worksheets[0]?.getCell('D2').fill).toMatchObject({ fgColor: { argb: RED } })
    expect(book.getWorksheet('错误清单')?.getCell('A2').value).toContain('用这个 xlsx 代替原来的 csv')
    // As a number, a code would be shown as 9.9E+09.
    expect(book.worksheets[0]?.getCell('A2').value).toBe('9901000001')
    expect(book.worksheets[0]?.getColumn(1).width).toBeGreaterThan(10)
  })

  it.skipIf(!existsSync('/usr/bin/soffice'))('opens in LibreOffice with its notes', async () => {
    const { folder, out } = await returned()
    const profile = `-env:UserInstallation=file://${folder.path}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'ods', '--outdir', `${folder.path}/lo`, out], {
      stdio: 'ignore',
    })
    const content = strFromU8(unzipSync(readFileSync(`${folder.path}/lo/学校.ods`))['content.xml'] ?? new Uint8Array())
    expect(content).toContain('office:annotation')
    expect(content).toContain('约数')
    expect(content.toLowerCase()).toContain('错误清单')
  })

  it('marks thousands of faults', async () => {
    const folder = makeFolder()
    const source = folder.put(
      'big.xlsx',
      await workbook((sheet) => {
        sheet.addRow([...HEAD])
        for (let row = 0; row < 3000; row += 1) sheet.addRow([String(9901000001 + row), '校', '小学', '无', 1, '是'])
      }),
    )
    const findings: Finding[] = Array.from({ length: 3000 }, (_, row) => ({
      level: 'error',
      code: 'placeholder',
      message: '不是数',
      sheet: '学校',
      cell: `D${row + 2}`,
    }))
    await markWorkbook(source, findings, `${folder.path}/out.xlsx`)
    expect(fillOf(await open(`${folder.path}/out.xlsx`), 'D3001')).toBe(RED)
  })
})
