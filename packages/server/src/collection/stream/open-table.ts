import {
  type Finding,
  type MappingFile,
  type ReadingPlan,
  type Recognition,
  type RowStream,
  recogniseSheet,
  type Sheet,
  type SheetCell,
  streamRows,
} from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { StreamedCells } from '../../platform/workbooks/streaming/scan-row.ts'
import type { StreamedSheet } from '../../platform/workbooks/streaming/stream-workbook.ts'
import { entriesFor, hiddenSheet, unrecognised } from '../read-sheets.ts'

/** Rows from the top of a sheet that recognition sees. */
export const HEAD_ROWS = 200

export interface TableRequest {
  readonly file: string
  readonly register: Register
  readonly plan: ReadingPlan
  readonly year: number
  readonly mapping?: MappingFile
  /** Whether the personal cells of the register are sealed. */
  readonly isSealing: boolean
}

export interface OpenedTable {
  readonly streams: readonly RowStream[]
  readonly findings: readonly Finding[]
}

/** Recognises a sheet by its first rows. Without a table of the wanted register it has no streams, and the findings say why. */
export function openTable(
  sheet: StreamedSheet,
  first: readonly StreamedCells[],
  { file, register, plan, year, mapping, isSealing }: TableRequest,
): OpenedTable {
  const entries = entriesFor(mapping, file, sheet.name)
  const head = headOf(first)
  const seen: Sheet = {
    name: sheet.name,
    hidden: sheet.hidden,
    merges: sheet.merges,
    hiddenColumns: sheet.hiddenColumns,
    hiddenRows: new Set(first.filter((row) => row.hidden).map((row) => row.index)),
    rows: head,
  }
  const { found, nearest } = recogniseSheet(seen, plan, entries)
  if (sheet.hidden) return { streams: [], findings: found.length > 0 ? [hiddenSheet(file, sheet)] : [] }
  const isBlank = head.every((row) => row.every((cell) => cell === undefined))
  if (found.length === 0)
    return { streams: [], findings: isBlank || isErrorList(sheet) ? [] : [unrecognised(file, seen, nearest)] }
  const own = found.filter((one) => one.register === register.id)
  const odd = own.length === 0 ? otherRegister(plan, found, register) : oddShape(own)
  if (odd !== undefined) return { streams: [], findings: [{ ...odd, file, sheet: sheet.name, register: register.id }] }
  const frame = { ...sheet, height: Math.max(sheet.height, head.length), head }
  const context = { file, register, plan, defaultYear: year, isSealing }
  const streams = own.map((recognition) => streamRows(frame, recognition, context, entries))
  return { streams, findings: streams.flatMap((stream) => stream.findings) }
}

const isErrorList = (sheet: StreamedSheet): boolean => sheet.name.startsWith('错误清单')

function headOf(first: readonly StreamedCells[]): readonly (readonly (SheetCell | undefined)[])[] {
  const rows: (readonly (SheetCell | undefined)[])[] = []
  for (const { index, cells } of first) {
    while (rows.length < index) rows.push([])
    rows[index] = cells
  }
  return rows
}

type Odd = Pick<Finding, 'level' | 'code' | 'message' | 'advice'>

function otherRegister(plan: ReadingPlan, found: readonly Recognition[], register: Register): Odd {
  const other = plan.indexes.find((index) => index.register.id === found[0]?.register)?.register.title ?? ''
  return {
    level: 'note',
    code: 'other_register',
    message: `这张表是“${other}”，这次导入的是“${register.title}”，没有采用`,
    advice: `要导入“${other}”，请到它自己的填报页`,
  }
}

/** What cannot be read row by row is refused as a whole: nothing of it may be lost without a word. */
function oddShape(own: readonly Recognition[]): Odd | undefined {
  if (own.some((one) => one.records.kind !== 'rows'))
    return {
      level: 'error',
      code: 'not_a_roster',
      message: '这张表是竖排的单张表，不是一行一条的名册，没有采用',
      advice: '单张表请在填报页导入；名册请一行写一条',
    }
  return own.some((one) => one.top !== undefined) ? stackedTables() : undefined
}

/** Said of a sheet in which a second table begins; `row` is zero-based. */
export function stackedTables(row?: number): Odd {
  const where = row === undefined ? '这张表里有上下几张表' : `第 ${row + 1} 行起又是另一张表`
  return {
    level: 'error',
    code: 'stacked_tables',
    message: `${where}，名册导入分不清界限，整个文件没有采用`,
    advice: '每张表单独放一个工作表后重新导入',
  }
}
