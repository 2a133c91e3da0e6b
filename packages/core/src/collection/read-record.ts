import type { Register } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import { shorten } from './clean-text.ts'
import type { PlacedReading } from './column-readings.ts'
import type { Finding } from './finding.ts'
import { type Grid, shownText } from './grid.ts'
import { readCell } from './read-cell.ts'
import { readYear } from './read-typed.ts'
import { findNameColumn, keyColumns } from './reading-plan.ts'
import type { Recognition } from './recognition.ts'
import type { CellValue, RegisterRow } from './register-row.ts'
import type { Sheet, SheetCell } from './sheet.ts'

export interface Spot {
  readonly row: number
  readonly column: number
  readonly unit?: string
}

/** What is needed to read the records of one recognised sheet, and where results and findings go. */
export interface RecordReader {
  readonly grid: Grid
  readonly sheet: Sheet
  readonly recognition: Recognition
  readonly register: Register
  readonly readings: readonly PlacedReading[]
  readonly sheetYear: number | undefined
  readonly findings: Finding[]
  readonly rows: RegisterRow[]
  readonly file: string
}

/** Reads one record; what is wrong with it goes to the reader's findings. */
export function readRecord(
  reader: RecordReader,
  row: number | undefined,
  spotOf: (column: string) => Spot | undefined,
): void {
  const { register } = reader
  const { values, found, filled } = readValues(reader, spotOf)
  if (filled === 0) {
    reportEmpty(reader)
    return
  }
  addConstants(reader, values)
  const whose = describeUnit(register, values)
  reader.findings.push(...found.map((finding) => ({ ...finding, ...whose })))
  const year = yearOf(reader, values, row)
  const at = row === undefined ? undefined : { row, column: reader.readings[0]?.place.sheetColumn ?? 0 }
  if (!hasKey(reader, values, at, whose)) return
  if (year === undefined) {
    reader.findings.push({ ...noYear(reader, at), ...whose })
    return
  }
  const cellOf = (column: string) => {
    const spot = spotOf(column)
    return spot === undefined ? undefined : cellAddress(spot.row, spot.column)
  }
  reader.rows.push({
    register: register.id,
    year,
    values,
    source: { file: reader.file, sheet: reader.sheet.name, row, cellOf },
  })
}

interface RecordValues {
  readonly values: Record<string, CellValue>
  readonly found: Finding[]
  /** How many placed cells hold anything. */
  readonly filled: number
}

function readValues(reader: RecordReader, spotOf: (column: string) => Spot | undefined): RecordValues {
  const values: Record<string, CellValue> = {}
  const found: Finding[] = []
  let filled = 0
  for (const { place, reading } of reader.readings) {
    const spot = spotOf(place.column)
    if (spot === undefined) continue
    const held = cellFor(reader, spot, reading.column.type)
    if (held === 'merged') {
      found.push(mergedNumber(reader, spot, reading.column))
      continue
    }
    const outcome = readCell(held, spot.unit === undefined ? reading : { ...reading, unit: spot.unit })
    if (held !== undefined && shownText(held.content).trim() !== '') filled += 1
    if (outcome.value !== undefined) values[place.column] = outcome.value
    if (outcome.problem !== undefined) {
      const taken = outcome.value === undefined ? {} : { taken: shorten(showValue(outcome.value)) }
      const text = held === undefined ? '' : shownText(held.content)
      found.push({ ...outcome.problem, ...where(reader, spot, place.column), found: shorten(text), ...taken })
    } else if (
      outcome.value === undefined &&
      reading.column.required === true &&
      reading.column.applicable === undefined
    ) {
      found.push({ ...requiredBlank(reading.column.title), ...where(reader, spot, place.column) })
    }
  }
  return { values, found, filled }
}

function requiredBlank(title: string): Finding {
  return { level: 'error', code: 'required_blank', message: `“${title}”没有填`, advice: '补填；确实为零填 0' }
}

function noYear(reader: RecordReader, at: Spot | undefined): Finding {
  return {
    level: 'error',
    code: 'no_year',
    message: '看不出是哪一年的数据，这一条没有采用',
    advice: '在表的标题里写明年份（如“2024年”），或放进以年份命名的文件夹',
    ...(at === undefined ? { sheet: reader.sheet.name, register: reader.register.id } : where(reader, at)),
  }
}

/** The cell itself; for texts the merged range it is part of. A number merged over several records belongs to none. */
function cellFor(
  reader: RecordReader,
  spot: Spot,
  type: Register['columns'][number]['type'],
): SheetCell | undefined | 'merged' {
  const merge = reader.grid.findMerge(spot.row, spot.column)
  if (merge === undefined) return reader.sheet.rows[spot.row]?.[spot.column]
  const anchor = reader.sheet.rows[merge.top]?.[merge.left]
  const overRecords =
    reader.recognition.shape === 'table'
      ? merge.bottom > merge.top
      : merge.right > merge.left && reader.recognition.shape === 'transposed'
  return overRecords && anchor !== undefined && (type === 'integer' || type === 'number') ? 'merged' : anchor
}

function mergedNumber(reader: RecordReader, spot: Spot, column: Register['columns'][number]): Finding {
  return {
    level: 'error',
    code: 'merged_number',
    message: `“${column.title}”的数写在合并单元格里，分不清属于哪一条记录，按未报处理`,
    advice: '取消合并，逐条填写',
    ...where(reader, spot, column.id),
  }
}

function where(reader: RecordReader, spot: Spot, column?: string): Partial<Finding> & { sheet: string } {
  const base = { sheet: reader.sheet.name, cell: cellAddress(spot.row, spot.column), register: reader.register.id }
  return column === undefined ? base : { ...base, column }
}

function showValue(value: CellValue): string {
  return typeof value === 'string' ? value : value ? '是' : '否'
}

function addConstants(reader: RecordReader, values: Record<string, CellValue>): void {
  for (const column of reader.register.columns) {
    const constant = reader.recognition.constants[column.id]
    if (constant === undefined) continue
    const outcome = readCell({ content: { kind: 'text', text: constant } }, { column })
    if (outcome.value !== undefined) values[column.id] = outcome.value
  }
}

function describeUnit(register: Register, values: Readonly<Record<string, CellValue>>): Partial<Finding> {
  const key = keyColumns(register)[0]
  const name = findNameColumn(register)
  const unit = key === undefined ? undefined : values[key.id]
  const title = name === undefined ? undefined : values[name.id]
  return {
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof title === 'string' ? { unit_name: title } : {}),
  }
}

function yearOf(
  reader: RecordReader,
  values: Readonly<Record<string, CellValue>>,
  row: number | undefined,
): number | undefined {
  const { year_column } = reader.register
  const own = year_column === undefined ? undefined : values[year_column]
  if (typeof own === 'string' && /^\d{4}$/.test(own)) return Number(own)
  const { yearColumn: yearAt } = reader.recognition
  const held = row === undefined || yearAt === undefined ? undefined : reader.sheet.rows[row]?.[yearAt]
  const said = held === undefined ? undefined : readYear(held.content).value
  return typeof said === 'string' ? Number(said) : reader.sheetYear
}

function hasKey(
  reader: RecordReader,
  values: Readonly<Record<string, CellValue>>,
  at: Spot | undefined,
  whose: Partial<Finding>,
): boolean {
  const missing = keyColumns(reader.register).filter((column) => values[column.id] === undefined)
  if (missing.length === 0) return true
  const titles = missing.map((column) => `“${column.title}”`).join('、')
  reader.findings.push({
    level: 'error',
    code: 'missing_key',
    message: `缺少可用的${titles}，不知道是哪${reader.register.row_is.replace(/^一/, '一')}，这一条没有采用`,
    advice: `补上${titles}后重新导入`,
    ...(at === undefined ? { sheet: reader.sheet.name, register: reader.register.id } : where(reader, at)),
    ...whose,
  })
  return false
}

function reportEmpty(reader: RecordReader): void {
  if (reader.recognition.shape === 'table') return
  reader.findings.push({
    level: 'note',
    code: 'empty_form',
    message: `“${reader.register.title}”是一张空表，没有填任何值`,
    sheet: reader.sheet.name,
    register: reader.register.id,
  })
}
