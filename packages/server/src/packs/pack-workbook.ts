import type { CellContent, Sheet } from '@eduduty/core/collection'
import type { PlacedCell, SheetModel, WorkbookModel } from '@eduduty/core/documents'
import type { PackTable, ReadCell, ReadRow, ReadTable, TableFault } from '@eduduty/core/packs'

const LIST = '目录'
const KEY = '序号'
const PARENT = '所属'
const MOST_CHARACTERS = 32_000

/** A pack's tables as a workbook: the first sheet says which sheet is which part. */
export function workbookOf(title: string, tables: readonly PackTable[]): WorkbookModel {
  const names = sheetNamesOf(tables.map(({ path }) => path))
  const list = sheetOf(LIST, [['工作表', '部分'], ...tables.map(({ path }, at) => [names[at] ?? path, path])])
  const sheets = tables.map((table, at) => {
    const isInner = table.rows.some(({ parent }) => parent !== undefined)
    const head = [KEY, ...(isInner ? [PARENT] : []), ...table.columns]
    const rows = table.rows.map(({ key, parent, cells }) => [
      key,
      ...(isInner ? [parent] : []),
      ...table.columns.map((column) => cells.get(column)),
    ])
    return sheetOf(names[at] ?? table.path, [head, ...rows])
  })
  return { title, file: `${title}.xlsx`, header: title, sheets: [list, ...sheets] }
}

/** The first cell that holds more than a workbook can keep, if there is one. */
export function findTooLong(tables: readonly PackTable[]): string | undefined {
  for (const { path, rows } of tables)
    for (const { key, cells } of rows)
      for (const [column, value] of cells)
        if (String(value).length > MOST_CHARACTERS) return `${path} 第 ${key} 条的 ${column}`
  return undefined
}

/** Short enough for a workbook, and no two alike. */
function sheetNamesOf(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>([LIST])
  return paths.map((path, at) => {
    const plain = path.replaceAll('[]', '')
    const isFit = plain.length <= 31 && !/[\\/?*[\]:']/.test(plain) && !taken.has(plain)
    const name = isFit ? plain : `${plain.replace(/[\\/?*[\]:']/g, '').slice(0, 24)}~${at + 1}`
    taken.add(name)
    return name
  })
}

type Content = string | number | undefined

function sheetOf(name: string, rows: readonly (readonly Content[])[]): SheetModel {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const cells = rows.flatMap((row, at) => row.flatMap((content, column) => placed(at, column, content)))
  return {
    name,
    orientation: 'landscape',
    widths: Array.from({ length: columns }, (_, column) => (column === 0 ? 8 : 24)),
    grid: { columns, roles: rows.map((_, at) => (at === 0 ? 'header' : 'body')), cells },
  }
}

function placed(row: number, column: number, content: Content): PlacedCell[] {
  if (content === undefined) return []
  const output =
    typeof content === 'number'
      ? { kind: 'number' as const, text: String(content), decimals: 0 }
      : { kind: 'text' as const, text: content }
  return [{ row, column, rowspan: 1, colspan: 1, output, align: 'left', bold: row === 0, shaded: false, figures: [] }]
}

export interface ReadTables {
  readonly tables: readonly ReadTable[]
  readonly faults: readonly TableFault[]
}

/** The sheets of a workbook as a pack's tables. */
export function tablesOfSheets(sheets: readonly Sheet[]): ReadTables {
  const list = sheets.find(({ name }) => name === LIST)
  const paths = new Map(
    (list?.rows ?? []).slice(1).map((row) => [textOf(row[0]?.content) ?? '', textOf(row[1]?.content) ?? '']),
  )
  const faults: TableFault[] = []
  const tables = sheets
    .filter(({ name }) => name !== LIST)
    .map((sheet): ReadTable => {
      const head = (sheet.rows[0] ?? []).map((cell) => textOf(cell?.content))
      if (head[0] !== KEY)
        faults.push({
          place: `工作表“${sheet.name}”A1`,
          message: `第一列的表头应为“${KEY}”。`,
          suggestion: '第一行照导出时的样子，只改下面的内容；新的字段在右边加列，表头写字段名。',
        })
      const rows = sheet.rows.slice(1).flatMap((row, at) => readRow(sheet.name, head, row, at + 2, faults))
      return { path: paths.get(sheet.name) ?? sheet.name, rows }
    })
  return { tables, faults }
}

function readRow(
  sheet: string,
  head: readonly (string | undefined)[],
  row: Sheet['rows'][number],
  number: number,
  faults: TableFault[],
): ReadRow[] {
  const cells = new Map<string, ReadCell>()
  let [key, parent]: (string | undefined)[] = []
  for (const [column, cell] of row.entries()) {
    const content = contentOf(cell?.content)
    const place = `工作表“${sheet}”${letters(column)}${number}`
    const name = head[column]
    if (content === undefined) continue
    if (name === KEY) key = String(content)
    else if (name === PARENT) parent = String(content)
    else if (name === undefined)
      faults.push({ place, message: '这一列没有表头。', suggestion: '在第一行写上字段名，或删去这一格。' })
    else cells.set(name, { content, place })
  }
  if (key === undefined && cells.size === 0) return []
  const place = `工作表“${sheet}”第 ${number} 行`
  if (key === undefined)
    faults.push({ place, message: `这一行没有写“${KEY}”。`, suggestion: '写一个本表里没有用过的序号。' })
  return [{ key: key ?? '', parent, place, cells }]
}

const textOf = (content: CellContent | undefined): string | undefined => {
  const value = contentOf(content)
  return value === undefined ? undefined : String(value)
}

function contentOf(content: CellContent | undefined): string | number | boolean | undefined {
  switch (content?.kind) {
    case undefined:
      return undefined
    case 'number':
      return Number(content.text)
    case 'truth':
      return content.truth
    case 'date':
      return content.date
    case 'text':
    case 'error':
      return content.text === '' ? undefined : content.text
  }
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
