import type { Column, Register } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import { shorten } from './clean-text.ts'
import type { PlacedReading } from './column-readings.ts'
import { shownDecimal } from './decimal-text.ts'
import type { Finding } from './finding.ts'
import { type Grid, shownText, textAt } from './grid.ts'
import { nameUnit } from './name-unit.ts'
import { readCell } from './read-cell.ts'
import { readYear } from './read-typed.ts'
import { keyColumns } from './reading-plan.ts'
import type { Recognition } from './recognition.ts'
import {
  cellPlace,
  emptyForm,
  type FindingPlace,
  findMissingKey,
  mergedNumber,
  requiredBlank,
} from './record-findings.ts'
import type { CellValue, Refused, RegisterRow } from './register-row.ts'
import type { SheetCell } from './sheet.ts'
import { withholdNumbers } from './withhold-numbers.ts'

/** A cell of the sheet, and the unit printed beside it. */
export interface Spot {
  readonly row: number
  readonly column: number
  readonly unit?: string
}

/** What is needed to read the records of one recognised sheet. */
export interface RecordReader {
  readonly file: string
  readonly grid: Grid
  readonly recognition: Recognition
  readonly register: Register
  readonly readings: readonly PlacedReading[]
  readonly sheetYear: number | undefined
  readonly isSealing: boolean
}

/** Where one record stands: its row in a table, undefined in a form, and the cell of each column. */
export interface RecordPlace {
  readonly row: number | undefined
  spotOf(column: string): Spot | undefined
}

export interface ReadRecord {
  /** Undefined when the record is empty or lacks its year. A row without its key comes back as lost. */
  readonly row?: RegisterRow
  readonly findings: readonly Finding[]
  /** The place of a record that nothing says the year of. */
  readonly yearless?: FindingPlace
}

/** Reads one record of a sheet; what is wrong with it comes back as findings that name its unit. */
export function readRecord(reader: RecordReader, place: RecordPlace): ReadRecord {
  const { register, recognition, grid } = reader
  const sheet = grid.sheet.name
  const { values, refused, numbers, findings, filled } = readValues(reader, place)
  if (recognition.isPartial === true && !hasOwnValue(reader, place)) return { findings: [] }
  if (filled === 0) return { findings: recognition.shape === 'table' ? [] : [emptyForm(register, sheet)] }
  if (hasConstants(recognition)) Object.assign(values, constantsOf(reader))
  const { row } = place
  const first = { row: row ?? 0, column: reader.readings[0]?.place.sheetColumn ?? 0 }
  const at = row === undefined ? { sheet, register: register.id } : cellPlace(sheet, register.id, first)
  const year = yearOf(reader, values, row)
  const keyless = findMissingKey(register, values, at)
  const said = keyless === undefined ? findings : withKeyless(findings, keyless, register)
  const named = said.length === 0 ? said : said.map((finding) => ({ ...finding, ...nameUnit(register, values) }))
  if (year === undefined) return { findings: named, yearless: at }
  const cellOf = (column: string) => {
    const spot = place.spotOf(column)
    return spot === undefined ? undefined : cellAddress(spot.row, spot.column)
  }
  const source = { file: reader.file, sheet, row, cellOf }
  const keyCell = keyColumns(register).flatMap(({ id }) => (values[id] === undefined ? (cellOf(id) ?? []) : []))[0]
  const lost = keyless === undefined ? {} : { row: `${reader.file}“${sheet}”${keyCell ?? at.cell ?? ''}` }
  const why: Refused = { ...lost, ...(hasAny(refused) && { cells: refused }), ...(hasAny(numbers) && { numbers }) }
  const record = { register: register.id, year, values, source }
  return { row: Object.keys(why).length === 0 ? record : { ...record, refused: why }, findings: named }
}

const hasAny = (texts: Readonly<Record<string, string>>): boolean => Object.keys(texts).length > 0

/** A blank key is said once, in its own cell: what it means for the record takes the place of “not filled in”. */
function withKeyless(findings: readonly Finding[], keyless: Finding, register: Register): readonly Finding[] {
  const keys = new Set(keyColumns(register).map(({ id }) => id))
  const isBlankKey = ({ code, column }: Finding): boolean =>
    code === 'required_blank' && column !== undefined && keys.has(column)
  const blank = findings.find(isBlankKey)
  const place = blank?.cell === undefined ? {} : { cell: blank.cell }
  return [...findings.filter((finding) => !isBlankKey(finding)), { ...keyless, ...place }]
}

/** Where several entries of a mapping file read one sheet, a row without values of this one is no record of it. */
function hasOwnValue({ grid, readings }: RecordReader, record: RecordPlace): boolean {
  const own = readings.filter(({ place, reading }) => place.by === 'mapping' && reading.column.dimension === undefined)
  const isFilled = ({ row, column }: Spot): boolean => textAt(grid.sheet, row, column) !== ''
  return own.length === 0 || own.some(({ place }) => isFilled(record.spotOf(place.column) ?? { row: -1, column: -1 }))
}

interface RecordValues {
  readonly values: Record<string, CellValue>
  /** What stood in refused cells, by column. */
  readonly refused: Readonly<Record<string, string>>
  readonly numbers: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  /** How many placed cells hold anything. */
  readonly filled: number
}

function readValues(reader: RecordReader, record: RecordPlace): RecordValues {
  const values: Record<string, CellValue> = {}
  const refused: Record<string, string> = {}
  const numbers: Record<string, string> = {}
  const findings: Finding[] = []
  let filled = 0
  for (const { reading, refusedUnit } of reader.readings) {
    const { column } = reading
    const spot = record.spotOf(column.id)
    if (spot === undefined) continue
    const cell = cellFor(reader, spot, column)
    if (cell === 'merged') {
      findings.push(mergedNumber(column, placeOf(reader, spot, column)))
      refused[column.id] = '合并单元格'
      continue
    }
    const shown = cell === undefined ? '' : shownText(cell.content)
    const isFilled = shown.trim() !== ''
    if (isFilled) filled += 1
    if (refusedUnit !== undefined) {
      if (isFilled) refused[column.id] = shorten(`${shown.trim()}${refusedUnit}`)
      continue
    }
    const { value, problem } = readCell(cell, spot.unit === undefined ? reading : { ...reading, unit: spot.unit })
    if (value !== undefined) values[column.id] = value
    if (problem?.level === 'error') {
      refused[column.id] = column.personal === undefined ? shorten(shown.trim()) : '…'
      if (reader.isSealing && isNumber(column) && problem.code !== DIGITS_LOST)
        numbers[column.id] = shorten(shown.trim())
    }
    if (problem !== undefined) {
      const taken = value === undefined ? {} : { taken: withholdNumbers(column, shorten(showValue(value))) }
      const message = withholdNumbers(column, problem.message)
      const found = withholdNumbers(column, shorten(shown))
      findings.push({ ...problem, ...placeOf(reader, spot, column), message, found, ...taken })
    } else if (value === undefined && column.required === true && column.applicable === undefined) {
      findings.push(requiredBlank(column, placeOf(reader, spot, column)))
    }
  }
  return { values, refused, numbers, findings, filled }
}

/** A number of which a spreadsheet has lost digits comes near no other one. */
const DIGITS_LOST = 'code_became_number'

const isNumber = ({ personal, type }: Column): boolean => personal === 'identity' && type === 'text'

/** Made only for what is said: most cells are silent. */
function placeOf(reader: RecordReader, spot: Spot, column: Column): FindingPlace {
  return { ...cellPlace(reader.grid.sheet.name, reader.register.id, spot), column: column.id }
}

/** The cell itself; for texts the merged range it is part of. A number merged over several records belongs to none. */
function cellFor(reader: RecordReader, spot: Spot, column: Column): SheetCell | undefined | 'merged' {
  const { rows } = reader.grid.sheet
  const merge = reader.grid.findMerge(spot.row, spot.column)
  if (merge === undefined) return rows[spot.row]?.[spot.column]
  const anchor = rows[merge.top]?.[merge.left]
  const { shape } = reader.recognition
  const overRecords = shape === 'table' ? merge.bottom > merge.top : shape === 'transposed' && merge.right > merge.left
  const isAmount = column.type === 'integer' || column.type === 'number'
  return overRecords && isAmount && anchor !== undefined ? 'merged' : anchor
}

function showValue(value: CellValue): string {
  return typeof value === 'string' ? shownDecimal(value) : value ? '是' : '否'
}

function hasConstants({ constants }: Recognition): boolean {
  for (const _ in constants) return true
  return false
}

/** Values that a mapping file states for every row. */
function constantsOf({ register, recognition }: RecordReader): Record<string, CellValue> {
  const values: Record<string, CellValue> = {}
  for (const column of register.columns) {
    const constant = recognition.constants[column.id]
    if (constant === undefined) continue
    const { value } = readCell({ content: { kind: 'text', text: constant } }, { column })
    if (value !== undefined) values[column.id] = value
  }
  return values
}

/** The year of a record: its own column, else an unplaced column headed 年份, else that of the sheet. */
function yearOf(reader: RecordReader, values: RegisterRow['values'], row: number | undefined): number | undefined {
  const own = values[reader.register.year_column ?? '']
  if (typeof own === 'string' && /^\d{4}$/.test(own)) return Number(own)
  const { yearColumn } = reader.recognition
  const cell = row === undefined || yearColumn === undefined ? undefined : reader.grid.sheet.rows[row]?.[yearColumn]
  const said = cell === undefined ? undefined : readYear(cell.content).value
  return typeof said === 'string' ? Number(said) : reader.sheetYear
}
