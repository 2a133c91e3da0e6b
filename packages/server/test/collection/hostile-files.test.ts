import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/collection/read-folder.ts'
import { openWorkbookReader } from '../../src/platform/workbooks/workbook-reader.ts'
import { codes, HEAD, makeFolder, ROW, register, workbook } from './corpus.ts'

const options = { registers: [register], codes, defaultYear: 2024 }
const plain = await workbook((sheet) => {
  for (const row of [HEAD, ROW]) sheet.addRow([...row])
})
const SHEET = 'xl/worksheets/sheet1.xml'

function withPart(name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(plain)
  return zipSync({ ...parts, [name]: strToU8(change(new TextDecoder().decode(parts[name]))) })
}

/** A zip whose one part inflates to gigabytes of zeros while its directory says 100 bytes. */
function lyingBomb(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => block), Buffer.from([3, 0])])
  const name = 'xl/sharedStrings.xml'
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), [name]: [packed, { level: 0 }] }))
  for (const [magic, method, size] of [
    ['504b0304', 8, 22],
    ['504b0102', 10, 24],
  ] as const) {
    const at = bytes.lastIndexOf(magic, undefined, 'hex')
    bytes.writeUInt16LE(8, at + method)
    bytes.writeUInt32LE(100, at + size)
  }
  return bytes
}

describe('files that are no workbook, or want to do harm', () => {
  it.each<[string, string, () => Uint8Array | string | Promise<Uint8Array>]>([
    ['half of a file', 'broken_file', () => plain.subarray(0, plain.length / 2)],
    ['no bytes at all', 'empty_file', () => ''],
    [
      'a damaged part',
      'broken_file',
      () => {
        const bytes = Uint8Array.from(plain)
        bytes.fill(0x55, 60, 400)
        return bytes
      },
    ],
    [
      'a page renamed to xls',
      'html_as_workbook',
      () => '<html><body><table><tr><td>学校代码</td></tr></table></body></html>',
    ],
    ['a pdf', 'wrong_type', () => '%PDF-1.4 …'],
    ['a docx', 'wrong_type', () => zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ['a zip of files', 'wrong_type', () => zipSync({ 'a.xlsx': strToU8('x') })],
    ['macros', 'has_macros', () => zipSync({ ...unzipSync(plain), 'xl/vbaProject.bin': strToU8('x') })],
    [
      'a password',
      'encrypted_file',
      () => writeXlsx({ sheets: [{ name: 'a', rows: [[...HEAD]] }], encryption: { password: '1', spinCount: 1000 } }),
    ],
    [
      'an entity declaration',
      'xml_entities',
      () => withPart(SHEET, (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    ],
    [
      'too many parts',
      'zip_bomb',
      () => zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`xl/p${at}.xml`, strToU8('')]))),
    ],
    [
      'a corner cell at XFD1048576',
      'sheet_too_large',
      () =>
        withPart(SHEET, (xml) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        ),
    ],
    [
      '100,000 merges',
      'too_many_merges',
      () =>
        withPart(SHEET, (xml) =>
          xml.replace(
            '</sheetData>',
            `</sheetData><mergeCells>${'<mergeCell ref="A9:B9"/>'.repeat(100_000)}</mergeCells>`,
          ),
        ),
    ],
    ['bytes of nothing', 'wrong_type', () => Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256)],
  ])('%s → %s, and the other files are still read', async (what, code, make) => {
    const folder = makeFolder()
    folder.put(`${what.replaceAll(/\W/g, '-')}.xlsx`, await make())
    folder.put('好.xlsx', plain)
    const read = await readFolder(folder.path, options)
    expect(read.findings.filter((finding) => finding.level === 'error').map((finding) => finding.code)).toEqual([code])
    expect(read.findings.find((finding) => finding.code === code)?.advice).toBeTruthy()
    expect(read.rows).toHaveLength(1)
  })

  it('a huge declared size alone costs nothing', async () => {
    const folder = makeFolder()
    folder.put(
      'a.xlsx',
      withPart(SHEET, (xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')),
    )
    expect((await readFolder(folder.path, options)).rows).toHaveLength(1)
  })

  it('refuses bombs that lie about their size, within 150 MB', async () => {
    const folder = makeFolder()
    const nested = Buffer.from(deflateRawSync(Buffer.alloc(1024)))
    folder.put('nested.xlsx', zipSync({ 'xl/a.bin': nested }))
    const path = folder.put('bomb.xlsx', lyingBomb(4000))
    const reader = openWorkbookReader()
    await reader.read(folder.put('warm.xlsx', plain), 'warm.xlsx')
    const before = process.memoryUsage().rss
    let peak = before
    const sample = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 5)
    const read = await reader.read(path, 'bomb.xlsx')
    clearInterval(sample)
    await reader.close()
    expect(read.refused?.code).toBe('zip_bomb')
    expect(peak - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('gives up a file that takes too long or too much memory, and reads the next one', async () => {
    const folder = makeFolder()
    const rows = Array.from({ length: 6000 }, (_, at) =>
      Array.from({ length: 40 }, (_, column) => `${at}-${column}-文字`),
    )
    const big = folder.put('big.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows }] }))
    const reader = openWorkbookReader({ heapMb: 16 })
    expect((await reader.read(big, 'big.xlsx')).refused?.code).toBe('too_large')
    expect((await reader.read(folder.put('a.xlsx', plain), 'a.xlsx')).refused).toBeUndefined()
    await reader.close()
    const hasty = openWorkbookReader({ milliseconds: 20 })
    expect((await hasty.read(big, 'big.xlsx')).refused?.code).toBe('too_slow')
    await hasty.close()
  })
})
