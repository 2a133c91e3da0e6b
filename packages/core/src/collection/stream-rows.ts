import type { Finding } from './finding.ts'
import { type Extent, gridOf } from './grid.ts'
import type { MappingEntry } from './mapping.ts'
import { readRecord } from './read-record.ts'
import { openReader, type ReadingContext, walkTableRows } from './read-rows.ts'
import type { Recognition } from './recognition.ts'
import { type FindingPlace, missingYear } from './record-findings.ts'
import type { RegisterRow } from './register-row.ts'
import type { MergedRange, Sheet, SheetCell } from './sheet.ts'
import { ROWS_ABOVE, watchTables } from './stacked-tables.ts'

/** What is known of a sheet before its records are read one after another. */
export interface SheetFrame extends Extent {
  readonly name: string
  readonly merges: readonly MergedRange[]
  readonly hiddenColumns: ReadonlySet<number>
  /** The rows from the top that recognition has seen. */
  readonly head: readonly (readonly (SheetCell | undefined)[])[]
}

type Cells = readonly (SheetCell | undefined)[]

/** Reads the records of one recognised table as its rows come, keeping only the few rows that are still needed. */
export interface RowStream {
  /** What is to be said of the sheet as a whole. */
  readonly findings: readonly Finding[]
  /** Rows are given in turn, from the first row of the sheet; rows that are not there may be left out. */
  read(row: number, cells: Cells, isHidden: boolean): StreamedRow
  /** What can only be said after the last row. */
  finish(): { readonly findings: readonly Finding[]; readonly yearless: number }
}

export interface StreamedRow {
  /** Undefined for a row that is no record, and for a record without a year. */
  readonly row?: RegisterRow
  readonly findings: readonly Finding[]
  /** Zero-based heading row of a second table in the sheet: what follows belongs to another table. */
  readonly otherTable?: number
}

const NOTHING: StreamedRow = { findings: [] }

/** Opens a table whose columns were recognised from its first rows. Row by row it says what `readRows` says of the whole. */
export function streamRows(
  frame: SheetFrame,
  recognition: Recognition,
  context: ReadingContext,
  entries: readonly MappingEntry[] = [],
): RowStream {
  const { records } = recognition
  if (records.kind !== 'rows') throw new RangeError('only a table is read row by row')
  const rows: Cells[] = [...frame.head]
  const hiddenRows = new Set<number>()
  const sheet: Sheet = {
    name: frame.name,
    hidden: false,
    merges: frame.merges,
    hiddenColumns: frame.hiddenColumns,
    hiddenRows,
    rows,
  }
  const grid = gridOf(sheet, 0, frame)
  const { file } = context
  const { reader, findings } = openReader(grid, recognition, context)
  const named = (found: readonly Finding[]) => found.map((finding) => ({ file, ...finding }))
  const walk = walkTableRows(reader)
  const isOtherTable = watchTables(sheet, context.plan, entries)
  const forget = keepAnchors(rows, hiddenRows, frame.merges)
  let yearless = 0
  let firstYearless: FindingPlace | undefined
  return {
    findings: named(findings),
    read(row, cells, isHidden) {
      rows[row] = cells
      if (isHidden) hiddenRows.add(row)
      const otherTable = isOtherTable(row)
      if (otherTable !== undefined) return { findings: [], otherTable }
      const place = row < records.first ? undefined : walk.placeOf(row)
      if (place === undefined) {
        forget(row)
        return NOTHING
      }
      const record = readRecord(reader, place)
      forget(row)
      if (record.yearless !== undefined) {
        yearless += 1
        firstYearless ??= record.yearless
      }
      const said = record.findings.length === 0 ? NOTHING.findings : named(record.findings)
      return record.row === undefined ? { findings: said } : { row: record.row, findings: said }
    },
    finish: () => ({
      findings: named([
        ...(firstYearless === undefined ? [] : [missingYear(yearless, firstYearless)]),
        ...walk.leftOut(),
      ]),
      yearless,
    }),
  }
}

/** Forgets rows that nothing asks for any more: all but the last few, and those whose merged cells still go on. */
function keepAnchors(rows: Cells[], hiddenRows: Set<number>, merges: readonly MergedRange[]): (row: number) => void {
  const lastOf = new Map<number, number>()
  for (const { top, bottom } of merges) if (bottom > top) lastOf.set(top, Math.max(bottom, lastOf.get(top) ?? 0))
  const kept = new Set<number>()
  let next = 0
  return (row) => {
    for (; next < row - ROWS_ABOVE; next += 1) {
      if ((lastOf.get(next) ?? 0) > row) kept.add(next)
      else delete rows[next]
      hiddenRows.delete(next)
    }
    for (const anchor of kept) {
      if ((lastOf.get(anchor) ?? 0) > row) continue
      delete rows[anchor]
      kept.delete(anchor)
    }
  }
}
