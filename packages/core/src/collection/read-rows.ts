import type { Register } from '../packs/index.ts'
import { describeGaps, settleReadings } from './column-readings.ts'
import { findFolderYear, findSheetYear } from './find-year.ts'
import type { Finding } from './finding.ts'
import { type Grid, gridOf } from './grid.ts'
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
  /** What is read will be sealed: identity numbers that are refused come along, to be compared with right ones. */
  readonly isSealing?: boolean
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
  const { file } = context
  const { reader, findings } = openReader(gridOf(sheet), recognition, context)
  const { places, leftOut } = findRecords(reader)
  const records = places.map((place) => readRecord(reader, place))
  const yearless = records.flatMap((record) => record.yearless ?? [])
  const said = [
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

export interface OpenReader {
  readonly reader: RecordReader
  /** What is to be said of the sheet as a whole. */
  readonly findings: readonly Finding[]
}

/** Settles how the columns of a recognised sheet are read, before its first record. */
export function openReader(grid: Grid, recognition: Recognition, context: ReadingContext): OpenReader {
  const { register, plan, file, isSealing = false } = context
  const { sheet } = grid
  const { readings, findings } = settleReadings(sheet, recognition, register, plan)
  const sheetYear =
    recognition.year ??
    findSheetYear(sheet, recognition.headTop, recognition.top) ??
    findFolderYear(folderOf(file)) ??
    context.defaultYear
  const reader = { file, grid, recognition, register, readings, sheetYear, isSealing }
  return { reader, findings: [...describeGaps(sheet, recognition, register), ...findings] }
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
  const walk = walkTableRows(reader)
  for (let row = first; row < last; row += 1) {
    const place = walk.placeOf(row)
    if (place !== undefined) places.push(place)
  }
  return { places, leftOut: walk.leftOut() }
}

/** Tells row by row which rows of a table are records, and remembers which are not. */
export interface TableWalk {
  placeOf(row: number): RecordPlace | undefined
  /** Which rows so far are no records, and why. */
  leftOut(): readonly Finding[]
}

export function walkTableRows(reader: RecordReader): TableWalk {
  const skipped = new Map<SpokenReason, SkippedRows>()
  const keys = keyColumns(reader.register)
  const columnOf = new Map(reader.readings.map(({ place }) => [place.column, place.sheetColumn]))
  return {
    placeOf(row) {
      const reason = findSkipReason(reader.grid, reader.recognition, row, keys)
      if (reason === 'silent') return undefined
      if (reason !== undefined) {
        const rows = skipped.get(reason) ?? { named: [], count: 0 }
        if (rows.count < NAMED_ROWS) rows.named.push(row + 1)
        rows.count += 1
        skipped.set(reason, rows)
        return undefined
      }
      const spotOf = (id: string) => {
        const column = columnOf.get(id)
        return column === undefined ? undefined : { row, column }
      }
      return { row, spotOf }
    },
    leftOut: () => [...skipped].map(([reason, rows]) => describeSkipped(reader, reason, rows)),
  }
}

interface SkippedRows {
  /** One-based, the first few. */
  readonly named: number[]
  count: number
}

type SpokenReason = Exclude<SkipReason, 'silent'>

const NAMED_ROWS = 12

function describeSkipped(reader: RecordReader, reason: SpokenReason, { named, count }: SkippedRows): Finding {
  const shown = count > NAMED_ROWS ? `${named.join('、')} 等 ${count}` : named.join('、')
  return {
    level: 'note',
    code: 'rows_left_out',
    message: `第 ${shown} 行是${reason}，没有作为数据读取`,
    sheet: reader.grid.sheet.name,
    register: reader.register.id,
    ...(reason === '隐藏行' ? { advice: '如果隐藏的行也要上报，请取消隐藏后重新导入' } : {}),
  }
}
