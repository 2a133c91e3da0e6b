import type { Register } from '../packs/index.ts'
import { describeGaps, settleReadings } from './column-readings.ts'
import { findFolderYear, findSheetYear } from './find-year.ts'
import type { Finding } from './finding.ts'
import { gridOf } from './grid.ts'
import { type RecordPlace, type RecordReader, readRecord } from './read-record.ts'
import { keyColumns, type ReadingPlan } from './reading-plan.ts'
import type { Recognition } from './recognition.ts'
import { missingYear } from './record-findings.ts'
import type { RegisterRow } from './register-row.ts'
import type { Sheet } from './sheet.ts'
import { findSkipReason, type SkipReason } from './skip-rows.ts'

export interface ReadingContext {
  /** File as named to the reader, relative to the folder, with `/`. */
  readonly file: string
  readonly register: Register
  readonly plan: ReadingPlan
  /** Year when neither row, title, sheet nor folder says one. */
  readonly defaultYear?: number
}

export interface ReadRows {
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
}

export interface ReadSheet extends ReadRows {
  /** Records left out because nothing says their year. */
  readonly yearless: number
}

/** Reads every record of a recognised sheet. A refused cell is left 未报; a record without its key comes back as lost. */
export function readRows(sheet: Sheet, recognition: Recognition, context: ReadingContext): ReadSheet {
  const { register, plan, file } = context
  const { readings, findings } = settleReadings(sheet, recognition, register, plan)
  const sheetYear =
    recognition.year ??
    findSheetYear(sheet, recognition.headTop, recognition.top) ??
    findFolderYear(folderOf(file)) ??
    context.defaultYear
  const reader: RecordReader = { file, grid: gridOf(sheet), recognition, register, readings, sheetYear }
  const { places, leftOut } = findRecords(reader)
  const records = places.map((place) => readRecord(reader, place))
  const yearless = records.flatMap((record) => record.yearless ?? [])
  const said = [
    ...describeGaps(sheet, recognition, register),
    ...findings,
    ...records.flatMap((record) => record.findings),
    ...yearless.slice(0, 1).map((place) => missingYear(yearless.length, place)),
    ...leftOut,
  ]
  return {
    rows: records.flatMap((record) => record.row ?? []),
    findings: said.map((finding) => ({ file, ...finding })),
    yearless: yearless.length,
  }
}

function folderOf(file: string): string {
  const at = file.lastIndexOf('/')
  return at < 0 ? '' : file.slice(0, at)
}

interface FoundRecords {
  readonly places: readonly RecordPlace[]
  /** Which rows of the table are no records, and why. */
  readonly leftOut: readonly Finding[]
}

function findRecords(reader: RecordReader): FoundRecords {
  const { records } = reader.recognition
  switch (records.kind) {
    case 'rows':
      return findTableRows(reader, records.first, records.last)
    case 'items':
      return {
        places: records.items.map(({ cells }) => ({ row: undefined, spotOf: (id) => cells.get(id) })),
        leftOut: [],
      }
  }
}

function findTableRows(reader: RecordReader, first: number, last: number): FoundRecords {
  const places: RecordPlace[] = []
  const skipped = new Map<SpokenReason, number[]>()
  const keys = keyColumns(reader.register)
  const columnOf = new Map(reader.readings.map(({ place }) => [place.column, place.sheetColumn]))
  for (let row = first; row < last; row += 1) {
    const reason = findSkipReason(reader.grid, reader.recognition, row, keys)
    if (reason === 'silent') continue
    if (reason !== undefined) {
      skipped.set(reason, [...(skipped.get(reason) ?? []), row + 1])
      continue
    }
    const spotOf = (id: string) => {
      const column = columnOf.get(id)
      return column === undefined ? undefined : { row, column }
    }
    places.push({ row, spotOf })
  }
  return { places, leftOut: [...skipped].map(([reason, lines]) => describeSkipped(reader, reason, lines)) }
}

type SpokenReason = Exclude<SkipReason, 'silent'>

const NAMED_ROWS = 12

function describeSkipped(reader: RecordReader, reason: SpokenReason, lines: readonly number[]): Finding {
  const named = lines.slice(0, NAMED_ROWS).join('、')
  const shown = lines.length > NAMED_ROWS ? `${named} 等 ${lines.length}` : named
  return {
    level: 'note',
    code: 'rows_left_out',
    message: `第 ${shown} 行是${reason}，没有作为数据读取`,
    sheet: reader.grid.sheet.name,
    register: reader.register.id,
    ...(reason === '隐藏行' ? { advice: '如果隐藏的行也要上报，请取消隐藏后重新导入' } : {}),
  }
}
