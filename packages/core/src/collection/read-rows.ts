import type { Register } from '../packs/index.ts'
import { describeGaps, settleReadings } from './column-readings.ts'
import { findFolderYear, findSheetYear } from './find-year.ts'
import type { Finding } from './finding.ts'
import { gridOf } from './grid.ts'
import { type RecordReader, readRecord } from './read-record.ts'
import type { ReadingPlan } from './reading-plan.ts'
import type { Recognition } from './recognition.ts'
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

/** Reads every record of a recognised sheet. A refused cell is left 未报; a record without its key or year is refused. */
export function readRows(sheet: Sheet, recognition: Recognition, context: ReadingContext): ReadRows {
  const { register, plan, file } = context
  const grid = gridOf(sheet)
  const settled = settleReadings(sheet, recognition, register, plan)
  const findings: Finding[] = [...describeGaps(sheet, recognition, register), ...settled.findings]
  const rows: RegisterRow[] = []
  const sheetYear =
    recognition.year ??
    findSheetYear(sheet, recognition.headTop) ??
    findFolderYear(folderOf(file)) ??
    context.defaultYear
  const reader: RecordReader = {
    grid,
    sheet,
    recognition,
    register,
    readings: settled.readings,
    sheetYear,
    findings,
    rows,
    file,
  }
  const { records } = recognition
  switch (records.kind) {
    case 'rows':
      readTableRows(reader, records.first, records.last)
      break
    case 'items':
      for (const item of records.items) readRecord(reader, undefined, (id) => item.cells.get(id))
      break
  }
  return { rows, findings: findings.map((finding) => ({ file, ...finding })) }
}

function folderOf(file: string): string {
  const at = file.lastIndexOf('/')
  return at < 0 ? '' : file.slice(0, at)
}

function readTableRows(reader: RecordReader, first: number, last: number): void {
  const skipped = new Map<SkipReason, number[]>()
  const columnOf = new Map(reader.readings.map(({ place }) => [place.column, place.sheetColumn]))
  for (let row = first; row < last; row += 1) {
    const reason = findSkipReason(reader.grid, reader.recognition, row)
    if (reason !== undefined) {
      if (reason !== 'silent') skipped.set(reason, [...(skipped.get(reason) ?? []), row + 1])
      continue
    }
    readRecord(reader, row, (id) => {
      const column = columnOf.get(id)
      return column === undefined ? undefined : { row, column }
    })
  }
  for (const [reason, lines] of skipped) {
    const shown = lines.length > 12 ? `${lines.slice(0, 12).join('、')} 等 ${lines.length}` : lines.join('、')
    const hidden = reason === '隐藏行' ? { advice: '如果隐藏的行也要上报，请取消隐藏后重新导入' } : {}
    reader.findings.push({
      level: 'note',
      code: 'rows_left_out',
      message: `第 ${shown} 行是${reason}，没有作为数据读取`,
      sheet: reader.sheet.name,
      register: reader.register.id,
      ...hidden,
    })
  }
}
