import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Register } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/collection/read-folder.ts'
import { codes, HEAD, makeFolder, ROW, register, workbook } from './corpus.ts'

const options = { registers: [register], codes }
const table = (rows: readonly (readonly unknown[])[]) =>
  workbook((sheet) => {
    for (const row of rows) sheet.addRow([...row])
  })
/** GB18030 bytes of 学校代码,学校名称,学校类型,小学学生人数 and one row, written out because Node only decodes this encoding. */
const GB18030 = Buffer.from(
  'd1a7d0a3b4fac2eb2cd1a7d0a3c3fbb3c62cd1a7d0a3c0e0d0cd2cd0a1d1a7d1a7c9fac8cbcafd0d0a393930313030303030392cb5dabec5d0a1d1a72cd0a1d1a72c3331320d0a',
  'hex',
)

describe('a folder of workbooks', () => {
  it('is read file by file in a fixed order, whatever the files are called', async () => {
    const folder = makeFolder()
    folder.put('2024/乙.xlsx', await table([HEAD, ['9901000002', ...ROW.slice(1)]]))
    folder.put('2024/a.bin', await table([HEAD, ROW]))
    folder.put('2024/表.csv', `\ufeff${HEAD.join(',')}\r\n9901000003,第三小学,小学,"1,234",100,是\r\n`)
    folder.put('2024/gb.txt', GB18030)
    folder.put('2024/~$乙.xlsx', 'lock')
    folder.put('.DS_Store', 'x')
    const progress: string[] = []
    const read = await readFolder(folder.path, options, ({ file }) => progress.push(file))
    expect(read.files.map((file) => [file.name, file.type])).toEqual([
      ['2024/a.bin', 'xlsx'],
      ['2024/gb.txt', 'csv'],
      ['2024/乙.xlsx', 'xlsx'],
      ['2024/表.csv', 'csv'],
    ])
    expect(read.rows.map((row) => row.values.code)).toEqual(['9901000001', '9901000009', '9901000002', '9901000003'])
    expect(read.rows.every((row) => row.year === 2024)).toBe(true)
    expect(read.rows[1]?.values).toMatchObject({ name: '第九小学', pupils: '312' })
    expect(read.rows[3]?.values).toMatchObject({ pupils: '1234', boarding: true })
    expect(read.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(progress[0]).toBe('2024/a.bin')
  })

  it('keeps hidden rows, hidden sheets, dates and formula errors apart from data', async () => {
    const folder = makeFolder()
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(['2023—2024学年学校情况'])
      sheet.addRow([...HEAD])
      sheet.addRow([...ROW])
      sheet.addRow(['9901000002', '隐', '小学', 1, 1, '否']).hidden = true
      sheet.addRow(['9901000003', '丙', '小学', new Date(Date.UTC(2024, 2, 12)), { error: '#REF!' }, '否'])
      sheet.addRow(['9901000004', '丁', '小学', { formula: 'D3*2', result: 2400 }, 0, '否'])
      const old = book.addWorksheet('旧表', { state: 'hidden' })
      old.addRow([...HEAD])
      old.addRow(['9901000005', ...ROW.slice(1)])
    })
    folder.put('a.xlsx', bytes)
    const read = await readFolder(folder.path, options)
    expect(read.rows.map((row) => [row.year, row.values.code, row.values.pupils])).toEqual([
      [2023, '9901000001', '1200'],
      [2023, '9901000003', undefined],
      [2023, '9901000004', '2400'],
    ])
    const byCell = new Map(read.findings.map((finding) => [finding.cell ?? finding.code, finding.code]))
    expect(byCell.get('D5')).toBe('date_in_number')
    expect(byCell.get('E5')).toBe('error_value')
    expect(byCell.get('hidden_sheet')).toBe('hidden_sheet')
    expect(read.findings.find((finding) => finding.code === 'rows_left_out')?.message).toContain('第 4 行是隐藏行')
  })

  it('reads what a user describes in a mapping', async () => {
    const folder = makeFolder()
    folder.put(
      '统计.xlsx',
      await table([
        ['机构编码', '机构全称', '办别', '学生', '用房(亩)'],
        ['9901000001', '甲', '11', 12, 0.3],
        ['9901000002', '乙', '99', 7, 0],
        ['', '本级', '', 1, 1],
      ]),
    )
    const mapping = {
      mappings: [
        {
          register: 'schools',
          files: '*.xlsx',
          columns: {
            code: '机构编码',
            name: ['名称', '机构全称'],
            kind: { heading: '办别', values: { '11': '小学' } },
            pupils: { heading: '学生', scale: '10' },
            area: '用房',
          },
          constants: { boarding: false },
          year: 2022,
          skip_rows_where: '本级',
        },
      ],
    }
    const read = await readFolder(folder.path, { ...options, mapping })
    expect(read.rows.map((row) => [row.year, row.values])).toEqual([
      [2022, { code: '9901000001', name: '甲', kind: 'primary', pupils: '120', area: '200', boarding: false }],
      [2022, { code: '9901000002', name: '乙', pupils: '70', area: '0', boarding: false }],
    ])
    expect(read.findings.find((finding) => finding.code === 'unknown_code')?.cell).toBe('C3')
  })

  it.skipIf(!existsSync('/usr/bin/soffice'))('reads xls as Excel 97 and WPS write it', async () => {
    const folder = makeFolder()
    const source = folder.put(
      'src/a.xlsx',
      await workbook((sheet) => {
        sheet.addRow(['2024年学校情况'])
        sheet.addRow([...HEAD])
        sheet.addRow([...ROW])
        sheet.addRow(['9901000002', '隐', '小学', 1, 1, '否']).hidden = true
      }),
    )
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder.path}/profile`,
        '--headless',
        '--convert-to',
        'xls',
        '--outdir',
        `${folder.path}/out`,
        source,
      ],
      { stdio: 'ignore' },
    )
    expect(readFileSync(`${folder.path}/out/a.xls`).subarray(0, 4).toString('hex')).toBe('d0cf11e0')
    const read = await readFolder(`${folder.path}/out`, options)
    expect(read.files[0]?.type).toBe('xls')
    expect(read.rows.map((row) => row.values)).toEqual([
      { code: '9901000001', name: '第一小学', kind: 'primary', pupils: '1200', area: '5200.5', boarding: false },
    ])
  })

  it('takes a cell shown as 85% for 85 where the column is in per cent, and for 0.85 where it is a ratio', async () => {
    const folder = makeFolder()
    const percent: Register = {
      ...register,
      columns: [
        ...register.columns.slice(0, 3),
        { id: 'rate', title: '入学率', type: 'number', unit: '%', max: '100' },
        { id: 'share', title: '占比', type: 'number', max: '1' },
      ],
    }
    const bytes = await workbook((sheet) => {
      sheet.addRow(['学校代码', '学校名称', '学校类型', '入学率', '占比'])
      const shown = sheet.addRow(['9901000001', '甲', '小学', 0.857, 0.857])
      for (const at of [4, 5]) shown.getCell(at).numFmt = '0.0%'
      sheet.addRow(['9901000002', '乙', '小学', 85.7, '85.7%'])
      sheet.addRow(['9901000003', '丙', '小学', '85.7%', 0.857])
    })
    folder.put('2024/a.xlsx', bytes)
    const read = await readFolder(folder.path, { registers: [percent], codes })
    expect(read.rows.map((row) => [row.values.rate, row.values.share])).toEqual(
      Array.from({ length: 3 }, () => ['85.7', '0.857']),
    )
  })
})
