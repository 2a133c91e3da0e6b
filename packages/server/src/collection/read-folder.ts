import {
  completeLayouts,
  type Finding,
  type MappingEntry,
  type MappingFile,
  planReading,
  type RegisterRow,
  type SchoolReading,
  type Sheet,
} from '@eduduty/core/collection'
import type { CodeList, Register, StatisticsLayout } from '@eduduty/core/packs'
import { openWorkbookReader, type WorkbookRead, type WorkbookReader } from '../platform/workbooks/workbook-reader.ts'
import { type ListedFile, listFiles } from './list-files.ts'
import { readSheets, type SheetRecord } from './read-sheets.ts'
import { type FolderStatistics, settleRows } from './settle-rows.ts'

export interface FolderOptions {
  readonly registers: readonly Register[]
  readonly codes: readonly CodeList[]
  readonly mapping?: MappingFile
  /** Layouts of statistics workbooks; those of the mapping come before them. */
  readonly statistics?: readonly StatisticsLayout[]
  /** Year for rows whose own year cannot be seen. */
  readonly defaultYear?: number
  /** Keep the sheets that gave rows, for excerpts. */
  readonly keepSheets?: boolean
}

export interface FileRecord {
  /** Path relative to the folder, with `/`. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly type: 'xlsx' | 'xls' | 'csv' | 'refused'
  readonly sheets: readonly SheetRecord[]
}

export interface FolderContent {
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
  /** Records left out because nothing says their year. */
  readonly yearless: number
  readonly files: readonly FileRecord[]
  /** Sheets by file name, when `keepSheets` was asked for. */
  readonly sheets: ReadonlyMap<string, readonly Sheet[]>
  readonly statistics: FolderStatistics
}

export interface ReadingProgress {
  readonly done: number
  readonly total: number
  readonly file: string
}

/**
 * Reads every workbook of a folder into register rows. One bad file, sheet or row never hides the others;
 * what is wrong comes back as findings. Files are read in code-point order, so that the answer is always the same.
 */
export async function readFolder(
  dir: string,
  options: FolderOptions,
  onProgress: (progress: ReadingProgress) => void = () => {},
): Promise<FolderContent> {
  const plan = planReading(options.registers, options.codes)
  const layouts = completeLayouts([...(options.mapping?.statistics ?? []), ...(options.statistics ?? [])])
  const listed = await listFiles(dir)
  const reader = openWorkbookReader()
  const rows: RegisterRow[] = []
  const readings: SchoolReading[] = []
  const findings: Finding[] = []
  const files: FileRecord[] = []
  const kept = new Map<string, readonly Sheet[]>()
  const used = new Set<MappingEntry>()
  let yearless = 0
  try {
    let next = startReading(reader, listed[0])
    for (const [done, { name }] of listed.entries()) {
      onProgress({ done, total: listed.length, file: name })
      const read = await next
      // The thread reads the next file while this one is recognised here.
      next = startReading(reader, listed[done + 1])
      if (read === undefined) continue
      const identity = { name, sha256: read.sha256, bytes: read.bytes }
      if (read.refused !== undefined) {
        findings.push({ ...read.refused, file: name })
        files.push({ ...identity, type: 'refused', sheets: [] })
        continue
      }
      const result = readSheets(read.sheets, name, plan, { ...options, layouts })
      yearless += result.yearless
      for (const row of result.rows) rows.push(row)
      for (const reading of result.readings) readings.push(reading)
      for (const finding of result.findings) findings.push(finding)
      for (const entry of result.used) used.add(entry)
      files.push({ ...identity, type: read.type, sheets: result.sheets })
      if (options.keepSheets === true) kept.set(name, read.sheets)
    }
  } finally {
    await reader.close()
  }
  onProgress({ done: listed.length, total: listed.length, file: '' })
  const settled = settleRows({ rows, readings, findings }, options.registers)
  return {
    rows: settled.rows,
    findings: [...settled.findings.kept, ...unusedEntries(options.mapping, used), ...settled.findings.added],
    yearless,
    files,
    sheets: kept,
    statistics: settled.statistics,
  }
}

function unusedEntries(mapping: MappingFile | undefined, used: ReadonlySet<MappingEntry>): readonly Finding[] {
  return (mapping?.mappings ?? []).flatMap((entry, order): Finding[] => {
    if (used.has(entry)) return []
    const message = `对照文件第 ${order + 1} 条（${entry.register}）没有用上：没有一张表符合它的文件、工作表和表头`
    return [
      {
        level: 'note',
        code: 'mapping_unused',
        message,
        advice: '核对 files、sheet、heading_row 和 columns 里的表头文字',
        register: entry.register,
      },
    ]
  })
}

function startReading(reader: WorkbookReader, file: ListedFile | undefined): Promise<WorkbookRead | undefined> {
  return file === undefined ? Promise.resolve(undefined) : reader.read(file.path, file.name)
}
