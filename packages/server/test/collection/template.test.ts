import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/collection/read-folder.ts'
import { runTemplateCommand } from '../../src/collection/run-template-command.ts'
import { writeTemplate } from '../../src/collection/write-template.ts'
import { codes, makeFolder, register } from './corpus.ts'

const options = { registers: [register], codes, defaultYear: 2024 }

async function open(path: string): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return { book, sheet }
}

describe('a template', () => {
  it('has drop-downs from a hidden dictionary, codes as text, locked headings and open cells', async () => {
    const path = makeFolder().put('t.xlsx', '')
    await writeTemplate(register, codes, path)
    const { book, sheet } = await open(path)
    expect(book.getWorksheet('字典')?.state).toBe('hidden')
    expect(sheet.getCell('C5').dataValidation).toMatchObject({ type: 'list', formulae: ["'字典'!$B$1:$B$2"] })
    expect(sheet.getCell('A5').numFmt).toBe('@')
    expect(sheet.getCell('A5').protection?.locked).toBe(false)
    expect(sheet.getColumn(1).numFmt).toBe('@')
    expect(sheet.getColumn(4).protection?.locked).toBe(false)
    expect(sheet.getCell('A1').protection?.locked).toBe(false)
    expect(sheet.pageSetup.fitToWidth).toBe(1)
    expect(sheet.getCell('A4').protection?.locked ?? true).toBe(true)
    expect(sheet.getCell('D4').value).toBe('*小学学生人数（人）')
  })

  it.each([false, true])('filled in, is read back without an error (vertical: %s)', async (vertical) => {
    const folder = makeFolder()
    const path = folder.put('t.xlsx', '')
    await writeTemplate(register, codes, path, { vertical })
    const { book, sheet } = await open(path)
    const values = ['9901000001', '第一小学', '小学', 1200, 5200.5, '否']
    for (const [at, value] of values.entries())
      (vertical ? sheet.getCell(at + 4, 5) : sheet.getCell(5, at + 1)).value = value
    await book.xlsx.writeFile(path)
    const read = await readFolder(path, options)
    expect(read.rows.map((row) => row.values)).toEqual([
      { code: '9901000001', name: '第一小学', kind: 'primary', pupils: '1200', area: '5200.5', boarding: false },
    ])
    expect(read.findings).toEqual([])
  })

  it('left empty, gives no row and no error', async () => {
    const path = makeFolder().put('t.xlsx', '')
    await writeTemplate(register, codes, path)
    const read = await readFolder(path, options)
    expect([read.rows.length, read.findings.filter((finding) => finding.level === 'error').length]).toEqual([0, 0])
  })

  it('comes from the command line, which names the registers when the name is wrong', async () => {
    const folder = makeFolder()
    let said = ''
    const output = {
      write: (text: string) => {
        said += text
      },
    }
    const io = { stdout: output, stderr: output, cwd: folder.path, isTerminal: false, env: {} }
    expect(await runTemplateCommand(['school_form', '--vertical', '--out', 'a.xlsx'], io)).toBe(0)
    expect(said).toContain('a.xlsx')
    const { sheet } = await open(`${folder.path}/a.xlsx`)
    expect(sheet.getCell('C71').value).toBe('毕业年级三年死亡学生数')
    await expect(runTemplateCommand(['nothing'], io)).rejects.toThrow(/school_form/)
  })

  it.skipIf(!existsSync('/usr/bin/soffice'))('survives LibreOffice', async () => {
    const folder = makeFolder()
    const path = folder.put('t.xlsx', '')
    await writeTemplate(register, codes, path)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder.path}/profile`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        `${folder.path}/out`,
        path,
      ],
      { stdio: 'ignore' },
    )
    expect((await open(`${folder.path}/out/t.xlsx`)).sheet.getCell('C5').dataValidation.type).toBe('list')
  })
})
