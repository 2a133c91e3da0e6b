import { columnLetters } from '@eduduty/core/collection'
import type { CodeList, Column, Register } from '@eduduty/core/packs'
import type { Cell, CellStyle, CellValue, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx'

/** Name of the hidden sheet that holds the words of every drop-down. */
export const DICTIONARY_SHEET = '字典'

/** Zero-based row under the headings of a table; its cell styles hold for the whole column. */
export const FIRST_OPEN_ROW = 4

/** Rows of a table template that carry drop-downs. */
const TABLE_ROWS = 2000

const line = { style: 'thin', color: { rgb: '808080' } } as const
const border = { top: line, bottom: line, left: line, right: line }
const head: CellStyle = {
  font: { bold: true, size: 11, name: '宋体' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}
const title: CellStyle = {
  font: { bold: true, size: 16, name: '宋体' },
  // Open: this is where the clerk writes the year.
  protection: { locked: false },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const remark: CellStyle = { font: { size: 10, name: '宋体' }, alignment: { wrapText: true, vertical: 'top' } }
const fixed: CellStyle = { font: { size: 11, name: '宋体' }, alignment: { vertical: 'center', wrapText: true }, border }

/** The words of every drop-down, one column for each list; `rangeOf` gives the reference a drop-down points to. */
export interface Dictionary {
  readonly sheet: WriteSheet
  rangeOf(column: Column): string | undefined
}

/** Lists stand in a hidden sheet: a list written into the drop-down itself breaks beyond 255 letters. */
export function makeDictionary(register: Register, codes: readonly CodeList[]): Dictionary {
  const lists: { id: string; words: readonly string[] }[] = [{ id: 'yes_no', words: ['是', '否'] }]
  for (const column of register.columns) {
    const list = codes.find((one) => one.id === column.codes)
    if (list !== undefined && !lists.some((one) => one.id === list.id))
      lists.push({ id: list.id, words: list.codes.map((code) => code.title) })
  }
  const height = Math.max(...lists.map((list) => list.words.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list.words[row] ?? null))
  const rangeOf = (column: Column) => {
    const id = column.type === 'boolean' ? 'yes_no' : column.codes
    const at = lists.findIndex((list) => list.id === id)
    const words = lists[at]?.words.length ?? 0
    const letter = columnLetters(at)
    return at < 0 ? undefined : `'${DICTIONARY_SHEET}'!$${letter}$1:$${letter}$${words}`
  }
  return { sheet: { name: DICTIONARY_SHEET, rows, hidden: true, protection: { sheet: true } }, rangeOf }
}

/** A table to fill, one record to a row: title, notes, group and title headings, open cells below. */
export function tableSheet(register: Register, dictionary: Dictionary): WriteSheet {
  const width = register.columns.length
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style })
  put(0, 0, register.title, title)
  put(1, 0, notesOf(register), remark)
  for (const [at, column] of register.columns.entries()) {
    put(2, at, column.group ?? headingOf(column), head)
    put(3, at, headingOf(column), head)
    put(FIRST_OPEN_ROW, at, null, openStyle(column))
  }
  return {
    name: register.title.slice(0, 31),
    cells,
    rows: Array.from({ length: FIRST_OPEN_ROW + 1 }, () => Array.from({ length: width }, () => null)),
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
      return validationOf(column, dictionary, `${letter}5:${letter}${TABLE_ROWS}`)
    }),
    freezePane: { rows: 4, columns: Math.min(2, width - 1) },
    protection: openProtection,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** The official vertical form: 序号, 类别, 填报项目, 单位或取值, 填报值, 备注; one record to a sheet. */
export function verticalSheet(register: Register, dictionary: Dictionary): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style })
  put(0, 0, register.title, title)
  put(1, 0, notesOf(register), remark)
  for (const [at, text] of ['序号', '类别', '填报项目', '单位或取值', '填报值', '备注'].entries())
    put(2, at, text, head)
  for (const [order, column] of register.columns.entries()) {
    const row = order + 3
    const allowed = column.type === 'boolean' ? '是/否' : (column.unit ?? column.pattern?.says ?? '')
    const texts = [column.no ?? order + 1, column.group ?? '', `${column.title}`, allowed]
    for (const [at, text] of texts.entries()) put(row, at, text, fixed)
    put(row, 4, null, { ...openStyle(column), border })
    put(
      row,
      5,
      [column.required === true ? '必填' : '', column.note ?? ''].filter((part) => part !== '').join('；'),
      fixed,
    )
  }
  return {
    name: register.title.slice(0, 31),
    cells,
    rows: Array.from({ length: register.columns.length + 3 }, () => Array.from({ length: 6 }, () => null)),
    columns: [6, 16, 44, 16, 20, 36].map((width) => ({ width })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 64 }],
    ]),
    merges: [across(0, 0, 5), across(1, 0, 5)],
    dataValidations: register.columns.flatMap((column, order) => validationOf(column, dictionary, `E${order + 4}`)),
    freezePane: { rows: 3 },
    protection: openProtection,
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Headings are locked without a password; everything a clerk needs for filling stays allowed. */
const openProtection = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
} as const

function notesOf(register: Register): string {
  const notes = [
    '标题写明年份（如“2024年…”），或把文件放进以年份命名的文件夹。',
    '没有就填 0，不清楚就留空；不要填“无”“/”“约500”。带“*”的必须填。单位以表头为准，只填数。',
    register.note ?? '',
  ]
  return `填表说明：${notes.filter((note) => note !== '').join(' ')}`
}

/** A heading that the reader takes back: title, unit in brackets, a star for what must be filled. */
function headingOf(column: Column): string {
  const isAmount = column.type === 'integer' || column.type === 'number'
  return `${column.required === true ? '*' : ''}${column.title}${isAmount && column.unit !== undefined ? `（${column.unit}）` : ''}`
}

function openStyle(column: Column): CellStyle {
  const format =
    column.type === 'text' || column.type === 'code' || column.type === 'date'
      ? '@'
      : column.type === 'integer' || column.type === 'year'
        ? '0'
        : 'General'
  return { numFmt: format, protection: { locked: false }, font: { size: 11, name: '宋体' } }
}

function widthOf(column: Column): number {
  return Math.min(30, Math.max(10, Math.ceil(headingOf(column).length * 0.9)))
}

function validationOf(column: Column, dictionary: Dictionary, range: string): readonly DataValidation[] {
  const words = dictionary.rangeOf(column)
  const base = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    inputTitle: column.title.slice(0, 32),
    errorTitle: '请改正',
  }
  const inputMessage = (column.note ?? column.pattern?.says ?? '').slice(0, 255)
  const said = inputMessage === '' ? {} : { inputMessage }
  if (words !== undefined)
    return [{ ...base, ...said, type: 'list', formula1: words, errorMessage: '请从下拉列表中选择' }]
  if (column.type === 'text' || column.type === 'code' || column.type === 'date') return []
  const least = column.min ?? (column.type === 'year' ? '1800' : '0')
  const most = column.max ?? (column.type === 'year' ? '2999' : '999999999')
  const type = column.type === 'number' ? 'decimal' : 'whole'
  return [
    {
      ...base,
      ...said,
      type,
      operator: 'between',
      formula1: least,
      formula2: most,
      errorMessage: `请填 ${least} 到 ${most} 之间的${type === 'whole' ? '整数' : '数'}`,
    },
  ]
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
