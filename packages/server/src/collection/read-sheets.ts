import {
  ERROR_LIST_SHEET,
  type Finding,
  type FullLayout,
  isLost,
  type MappingEntry,
  type MappingFile,
  type ReadingPlan,
  type RegisterRow,
  readRows,
  readStatisticsWorkbook,
  recogniseSheet,
  type SchoolReading,
  type Sheet,
  type StatisticsWorkbook,
  seenHeadings,
} from '@eduduty/core/collection'
import { matchesGlob } from './match-glob.ts'

export interface SheetRecord {
  readonly name: string
  /** Register the sheet was taken for; absent when it matched none. */
  readonly register?: string
  readonly rows: number
}

export interface FileContent {
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
  /** Statistics sheets, to be put together when the whole folder is read. */
  readonly readings: readonly SchoolReading[]
  readonly sheets: readonly SheetRecord[]
  /** Entries of the mapping file that fitted a sheet. */
  readonly used: readonly MappingEntry[]
  /** Records left out because nothing says their year. */
  readonly yearless: number
}

interface SheetsOptions {
  readonly mapping?: MappingFile
  readonly layouts?: readonly FullLayout[]
  readonly defaultYear?: number
}

/** Recognises and reads the sheets of one file. */
export function readSheets(
  sheets: readonly Sheet[],
  file: string,
  plan: ReadingPlan,
  options: SheetsOptions,
): FileContent {
  const rows: RegisterRow[] = []
  const findings: Finding[] = []
  const read: SheetRecord[] = []
  const used: MappingEntry[] = []
  const statistics = readStatistics(sheets, file, plan, options)
  findings.push(...statistics.findings)
  let { yearless } = statistics
  for (const sheet of sheets) {
    if (statistics.taken.has(sheet)) {
      read.push(...recordsOf(sheet, statistics))
      continue
    }
    const { found, nearest } = recogniseSheet(sheet, plan, entriesFor(options.mapping, file, sheet.name))
    if (sheet.hidden && found.length > 0) {
      findings.push(hiddenSheet(file, sheet))
    }
    if (sheet.hidden || found.length === 0) {
      read.push({ name: sheet.name, rows: 0 })
      if (!sheet.hidden && !sheet.name.startsWith(ERROR_LIST_SHEET) && !isEmpty(sheet))
        findings.push(unrecognised(file, sheet, nearest))
      continue
    }
    for (const recognition of found) {
      if (recognition.entry !== undefined) used.push(recognition.entry)
      const register = plan.indexes.find((index) => index.register.id === recognition.register)?.register
      if (register === undefined) continue
      const part = readRows(sheet, recognition, {
        file,
        register,
        plan,
        ...(options.defaultYear === undefined ? {} : { defaultYear: options.defaultYear }),
      })
      yearless += part.yearless
      for (const row of part.rows) rows.push(row)
      for (const finding of part.findings) findings.push(finding)
      read.push({
        name: sheet.name,
        register: register.id,
        rows: part.rows.filter((row) => !isLost(register, row)).length,
      })
    }
  }
  return { rows, findings, readings: statistics.readings, sheets: read, used, yearless }
}

/** Statistics workbooks are read by their own layouts, but for sheets that an entry of the mapping file names. */
function readStatistics(
  sheets: readonly Sheet[],
  file: string,
  plan: ReadingPlan,
  options: SheetsOptions,
): StatisticsWorkbook {
  const free = sheets.filter((sheet) => !entriesFor(options.mapping, file, sheet.name).some(isNamed))
  return readStatisticsWorkbook(free, {
    file,
    layouts: options.layouts ?? [],
    registers: plan.indexes.map(({ register }) => register),
    ...(options.defaultYear === undefined ? {} : { defaultYear: options.defaultYear }),
  })
}

const isNamed = (entry: MappingEntry): boolean =>
  entry.files !== undefined || entry.sheet !== undefined || entry.heading_row !== undefined

/** A statistics sheet counts as one of the registers that it gives figures for. */
function recordsOf(sheet: Sheet, { readings }: StatisticsWorkbook): readonly SheetRecord[] {
  const own = readings.filter((reading) => reading.sheet === sheet.name)
  const registers = new Set(
    own.flatMap(({ figures }) => figures.flatMap(({ figure }) => figure.into.map(({ register }) => register))),
  )
  if (registers.size === 0) return [{ name: sheet.name, rows: 0 }]
  return [...registers].map((register) => ({ name: sheet.name, register, rows: 0 }))
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => row.every((cell) => cell === undefined))
}

export function hiddenSheet(file: string, sheet: Pick<Sheet, 'name'>): Finding {
  return {
    level: 'note',
    code: 'hidden_sheet',
    message: '这张表是隐藏的，没有读取',
    advice: '需要上报的话请取消隐藏',
    file,
    sheet: sheet.name,
  }
}

type Nearest = { readonly register: string; readonly why: string }

/** Said of a sheet that holds nothing known. */
export function unrecognised(file: string, sheet: Sheet, nearest: Nearest | undefined): Finding {
  return {
    level: 'note',
    code: 'unrecognised_sheet',
    message: `这张表没有采用：${whyUnrecognised(sheet, nearest)}`,
    advice: '如果它是要上报的表，请改用模板的表头，或写一个对照文件（--map）',
    file,
    sheet: sheet.name,
  }
}

/** Which register it comes nearest to, what it lacks for that, and which headings were seen. */
export function whyUnrecognised(sheet: Sheet, nearest: Nearest | undefined): string {
  const near =
    nearest === undefined ? '没有找到任何认识的表头或填报项目' : `最接近“${nearest.register}”：${nearest.why}`
  const seen = headingsText(sheet)
  return seen === '' ? near : `${near}；看到的表头是${seen}`
}

/** A few headings are enough to recognise a table by. */
const SHOWN_HEADINGS = 8

function headingsText(sheet: Sheet): string {
  const seen = seenHeadings(sheet).map((heading) => (heading.length > 20 ? `${heading.slice(0, 20)}…` : heading))
  const shown = seen.slice(0, SHOWN_HEADINGS).map((heading) => `“${heading}”`)
  return `${shown.join('')}${seen.length > SHOWN_HEADINGS ? `等 ${seen.length} 个` : ''}`
}

/** Entries of a mapping file that may describe this sheet. */
export function entriesFor(mapping: MappingFile | undefined, file: string, sheet: string): readonly MappingEntry[] {
  return (mapping?.mappings ?? []).filter(
    (entry) =>
      (entry.files === undefined || matchesGlob(file, [entry.files].flat())) &&
      (entry.sheet === undefined || fitsSheet(entry.sheet, sheet)),
  )
}

/** A sheet is named, or described by a pattern between slashes: /^表[一二]/ . A broken pattern fits nothing. */
function fitsSheet(wanted: string, name: string): boolean {
  const pattern = /^\/(.+)\/$/.exec(wanted)?.[1]
  if (pattern === undefined) return wanted.trim() === name.trim()
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    return false
  }
}
