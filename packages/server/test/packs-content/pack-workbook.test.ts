import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalText, parsePack } from '@eduduty/core/packs'
import { describe, expect, test } from 'vitest'
import { listPackIds, packsFolder } from '../../src/packs/index.ts'
import { writeWorkbook } from '../../src/platform/xlsx/write-workbook.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()

function contentOf(path: string): string {
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'))
  const parsed = parsePack(names.map((name) => ({ path: name, text: readFileSync(join(path, name), 'utf8') })))
  expect(parsed.problems).toEqual([])
  return canonicalText(parsed.pack ?? parsed.overlay)
}

const run = (...argv: readonly string[]) => runInProcess(folder, ['pack', ...argv])

describe('a pack as a workbook', () => {
  test.each(listPackIds())('%s comes back as it was, and its workbook has the same bytes each time', async (id) => {
    expect((await run('export-xlsx', id, `${id}.xlsx`)).code).toBe(0)
    await run('export-xlsx', id, `${id}-again.xlsx`)
    expect((await run('import-xlsx', `${id}.xlsx`, id)).code).toBe(0)
    expect(contentOf(join(folder, id))).toBe(contentOf(join(packsFolder(), id)))
    const [first, second] = ['', '-again'].map((more) => readFileSync(join(folder, `${id}${more}.xlsx`)))
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true)
  })
})

const header = ['序号', 'id', 'version', 'title', 'issuer', 'document', 'scope', 'since', 'licence']
const line = ['1', 'small', '1.0.0', '小', '甲', '甲', '县', '2020-01-01', 'CC0-1.0']

/** A workbook of plain cells. */
async function writeSheets(name: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const models = Object.entries(sheets).map(([sheet, rows]) => {
    const columns = Math.max(...rows.map((row) => row.length))
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => ({
        row: at,
        column,
        rowspan: 1,
        colspan: 1,
        align: 'left' as const,
        output: { kind: 'text' as const, text },
        bold: false,
        shaded: false,
        figures: [],
      })),
    )
    const grid = { columns, roles: rows.map(() => 'body' as const), cells }
    return { name: sheet, orientation: 'portrait' as const, widths: Array.from({ length: columns }, () => 10), grid }
  })
  const bytes = await writeWorkbook({ title: name, file: name, header: name, sheets: models }, '2026-01-01')
  writeFileSync(join(folder, name), bytes)
}

const registers = [
  ['序号', 'id', 'title', 'row_is', 'period', 'reporter'],
  ['1', 'form', '表', '一校', '每年', '学校'],
]

test('a mistake is told with its sheet and cell, and nothing is written', async () => {
  await writeSheets('wrong.xlsx', {
    目录: [
      ['工作表', '部分'],
      ['columns', 'registers.columns[]'],
    ],
    pack: [header, line],
    registers,
    columns: [
      ['序号', '所属', 'id', 'title', 'type'],
      ['1.1', '1', 'code', '代码', 'text'],
    ],
    indicators: [['序号']],
  })
  const { code, err } = await run('import-xlsx', 'wrong.xlsx', 'wrong')
  expect(code).toBe(1)
  expect(err).toContain('工作表“registers”E2 错误：这里只能是：学年、自然年、学期、月、时点。')
  expect(err).toContain('共 1 处错误，没有写出任何文件')
  expect(readdirSync(folder)).not.toContain('wrong')
})

test('a row that belongs to no entry is told with its row', async () => {
  await writeSheets('lost.xlsx', {
    目录: [
      ['工作表', '部分'],
      ['columns', 'registers.columns[]'],
    ],
    pack: [header, line],
    registers,
    columns: [
      ['序号', '所属', 'id', 'title', 'type'],
      ['1.1', '9', 'code', '代码', 'text'],
    ],
    indicators: [['序号']],
  })
  const { err } = await run('import-xlsx', 'lost.xlsx', 'lost')
  expect(err).toContain('工作表“columns”第 2 行 错误：“所属”写的“9”在工作表“registers”的“序号”里没有。')
})
