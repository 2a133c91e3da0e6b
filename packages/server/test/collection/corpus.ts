import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CodeList, Register } from '@eduduty/core/packs'
import ExcelJS from 'exceljs'
import { afterAll } from 'vitest'

/** A folder of its own for one test file, removed at the end. */
export function makeFolder(): { readonly path: string; put(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), 'eduduty-test-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    return file
  }
  return { path, put }
}

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void

export async function workbook(fill: Fill, name = '学校'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet(name), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const HEAD = ['学校代码', '学校名称', '学校类型', '小学学生人数', '教学用房面积（㎡）', '是否寄宿制'] as const
export const ROW = ['9901000001', '第一小学', '小学', 1200, 5200.5, '否'] as const

export const register: Register = {
  id: 'schools',
  title: '学校情况表',
  row_is: '一所学校',
  period: '学年',
  reporter: '学校',
  columns: [
    {
      id: 'code',
      no: 1,
      title: '学校代码',
      type: 'text',
      required: true,
      dimension: 'school',
      pattern: { regex: '^\\d{10}$', says: '10 位数字' },
    },
    { id: 'name', no: 2, title: '学校名称', type: 'text', required: true },
    { id: 'kind', no: 3, title: '学校类型', type: 'code', codes: 'kinds', required: true },
    {
      id: 'pupils',
      no: 4,
      title: '小学学生人数',
      synonyms: ['在校生数'],
      group: '学生',
      type: 'integer',
      unit: '人',
      required: true,
    },
    { id: 'area', no: 5, title: '教学用房面积', group: '用房', type: 'number', unit: '平方米' },
    { id: 'boarding', no: 6, title: '是否寄宿制', group: '用房', type: 'boolean' },
  ],
}

export const codes: readonly CodeList[] = [
  {
    id: 'kinds',
    title: '学校类型',
    codes: [
      { code: 'primary', title: '小学', synonyms: ['完全小学'] },
      { code: 'junior', title: '初中' },
    ],
  },
]
