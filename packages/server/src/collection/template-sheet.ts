import { columnLetters } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx'
import type { Dictionary } from './template-dictionary.ts'
import { heightOf } from './template-heights.ts'
import {
  border,
  centredStyle,
  fixedStyle,
  headStyle,
  onePageWide,
  openProtection,
  openStyle,
  pageNumbers,
  remarkStyle,
  titleStyle,
} from './template-styles.ts'
import { validationOf } from './template-validation.ts'

/** Zero-based row under the headings of a table; its cell styles hold for the whole column. */
export const FIRST_OPEN_ROW = 4

/** Rows of a table template that carry drop-downs. */
const TABLE_ROWS = 2000

/** Widths of 序号, 类别, 填报项目, 单位或取值, 填报值, 备注. */
const ITEM_WIDTHS = [6, 16, 44, 16, 20, 36] as const

/** What a template already says: its title, and records to stand in it, as texts by id of column. */
export interface TemplateContent {
  readonly title?: string
  readonly records?: readonly Readonly<Record<string, string>>[]
}

/** A table to fill, one record to a row: title, notes, group and title headings, open cells below. */
export function tableSheet(register: Register, dictionary: Dictionary, content: TemplateContent = {}): WriteSheet {
  const width = register.columns.length
  const records = content.records ?? []
  const height = FIRST_OPEN_ROW + Math.max(1, records.length)
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style })
  put(0, 0, content.title ?? register.title, titleStyle)
  put(1, 0, notesOf(register, '带“*”的必须填。', content), remarkStyle)
  for (const [at, column] of register.columns.entries()) {
    put(2, at, column.group ?? headingOf(column), headStyle)
    put(3, at, headingOf(column), headStyle)
    put(FIRST_OPEN_ROW, at, null, openStyle(column))
    for (const [row, record] of records.entries())
      put(FIRST_OPEN_ROW + row, at, cellOf(column, record[column.id]), openStyle(column))
  }
  return {
    name: register.title.slice(0, 31),
    cells,
    rows: Array.from({ length: height }, () => Array.from({ length: width }, () => null)),
    columns: register.columns.map((column) => ({ width: widthOf(column) })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 64 }],
      [3, { height: 48 }],
    ]),
    merges: [across(0, 0, width - 1), across(1, 0, Math.min(width - 1, 11)), ...groupMerges(register)].filter(
      (merge) => merge.startCol < merge.endCol || merge.startRow < merge.endRow,
    ),
    dataValidations: register.columns.flatMap((column, at) => {
      const letter = columnLetters(at)
      const last = Math.max(TABLE_ROWS, height)
      return validationOf(column, dictionary, `${letter}${FIRST_OPEN_ROW + 1}:${letter}${last}`)
    }),
    freezePane: { rows: 4, columns: Math.min(2, width - 1) },
    protection: openProtection,
    pageSetup: { ...onePageWide, orientation: 'landscape', printTitlesRow: '$3:$4' },
    headerFooter: pageNumbers,
  }
}

/** The official vertical form: 序号, 类别, 填报项目, 单位或取值, 填报值, 备注; one record to a sheet. */
export function verticalSheet(register: Register, dictionary: Dictionary, content: TemplateContent = {}): WriteSheet {
  const [record = {}] = content.records ?? []
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map([[0, { height: 30 }]])
  const put = (row: number, column: number, value: CellValue, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style })
  put(0, 0, content.title ?? register.title, titleStyle)
  const owed = '备注里写“必填”的必须填；写“适用时必填”的，本单位没有这类情况就空着。'
  const notes = notesOf(register, owed, content)
  put(1, 0, notes, remarkStyle)
  heights.set(1, { height: heightOf([[notes, ITEM_WIDTHS.reduce((sum, width) => sum + width, 0)]]) })
  for (const [at, text] of ['序号', '类别', '填报项目', '单位或取值', '填报值', '备注'].entries())
    put(2, at, text, headStyle)
  for (const [order, column] of register.columns.entries()) {
    const row = order + 3
    const allowed = column.type === 'boolean' ? '是/否' : (column.unit ?? column.pattern?.says ?? '')
    const remark = [owedWord(column), column.note ?? ''].filter((part) => part !== '').join('；')
    const texts = [column.no ?? order + 1, column.group ?? '', column.title, allowed]
    for (const [at, text] of texts.entries()) put(row, at, text, at === 0 || at === 3 ? centredStyle : fixedStyle)
    heights.set(row, {
      height: heightOf([
        [column.title, ITEM_WIDTHS[2]],
        [allowed, ITEM_WIDTHS[3]],
        [remark, ITEM_WIDTHS[5]],
      ]),
    })
    put(row, 4, cellOf(column, record[column.id]), { ...openStyle(column), border })
    put(row, 5, remark, fixedStyle)
  }
  return {
    name: register.title.slice(0, 31),
    cells,
    rows: Array.from({ length: register.columns.length + 3 }, () => Array.from({ length: 6 }, () => null)),
    columns: ITEM_WIDTHS.map((width) => ({ width })),
    rowDefs: heights,
    merges: [across(0, 0, 5), across(1, 0, 5)],
    dataValidations: register.columns.flatMap((column, order) => validationOf(column, dictionary, `E${order + 4}`)),
    freezePane: { rows: 3 },
    protection: openProtection,
    pageSetup: { ...onePageWide, orientation: 'portrait', printTitlesRow: '$3:$3' },
    headerFooter: pageNumbers,
  }
}

/** Numbers that lose nothing as numbers stand as such; all else as text, so that codes keep their zeros. */
function cellOf(column: Column, text: string | undefined): CellValue {
  if (text === undefined || text === '') return null
  const isAmount = column.type === 'integer' || column.type === 'number' || column.type === 'year'
  return isAmount && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text
}

/** A template of a task says its year and unit itself; one for anybody has to be told. */
function notesOf(register: Register, owed: string, { title }: TemplateContent): string {
  const notes = [
    title === undefined ? '标题写明年份（如“2024年…”），或把文件放进以年份命名的文件夹。' : '',
    `没有就填 0，不清楚就留空；不要填“无”“/”“约500”。${owed}单位以表头为准，只填数。`,
    register.note ?? '',
  ]
  return `填表说明：${notes.filter((note) => note !== '').join(' ')}`
}

/** Whether a column has to be filled always, or only by those whom it concerns. */
export function owedWord({ required, applicable }: Column): string {
  if (required !== true) return ''
  return applicable === undefined ? '必填' : '适用时必填'
}

/** A heading that the reader takes back: title, unit in brackets, a star for what must be filled. */
function headingOf(column: Column): string {
  const isAmount = column.type === 'integer' || column.type === 'number'
  return `${owedWord(column) === '必填' ? '*' : ''}${column.title}${isAmount && column.unit !== undefined ? `（${column.unit}）` : ''}`
}

function widthOf(column: Column): number {
  const heading = Math.min(30, Math.ceil(headingOf(column).length * 0.9))
  return Math.max(10, heading, contentWidth(column))
}

/** Names of schools and numbers of eighteen digits are to be seen whole. */
function contentWidth({ type, title, personal }: Column): number {
  if (type === 'date') return 12
  return type === 'text' && (personal === 'identity' || /(?:名称|地址)$/.test(title)) ? 21 : 10
}

/** Columns of one group stand under one heading; a column without a group takes both heading rows. */
function groupMerges(register: Register): readonly MergeRange[] {
  const merges: MergeRange[] = []
  let start = 0
  for (let at = 1; at <= register.columns.length; at += 1) {
    const group = register.columns[start]?.group
    if (at < register.columns.length && group !== undefined && register.columns[at]?.group === group) continue
    merges.push(
      group === undefined ? { startRow: 2, endRow: 3, startCol: start, endCol: start } : across(2, start, at - 1),
    )
    start = at
  }
  return merges
}

function across(row: number, startCol: number, endCol: number): MergeRange {
  return { startRow: row, endRow: row, startCol, endCol }
}
