import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finding, planReading, type RegisterRow, readRows, recogniseSheet } from '@eduduty/core/collection'
import type { CodeList, Register } from '@eduduty/core/packs'
import { markWorkbook } from './mark-workbook.ts'
import { openWorkbookReader } from './workbook-reader.ts'

/** A file as it was sent. The name only tells people which one it is. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportFile {
  readonly sha256: string
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
}

/** Reads a workbook or csv as rows of the first of `registers` that its headings fit. Never throws for a bad file. */
export function readImportFile(
  file: SentFile,
  registers: readonly Register[],
  codes: readonly CodeList[],
): Promise<ImportFile> {
  return inFolder(file, async (path) => {
    const reader = openWorkbookReader()
    try {
      const read = await reader.read(path, file.name)
      if (read.refused !== undefined) return { sha256: read.sha256, rows: [], findings: [read.refused] }
      for (const register of registers) {
        const found = readSheets(read.sheets, file.name, register, codes)
        if (found.rows.length > 0 || found.findings.length > 0) return { sha256: read.sha256, ...found }
      }
      return { sha256: read.sha256, rows: [], findings: [unrecognised(registers)] }
    } finally {
      await reader.close()
    }
  })
}

/** The same file with its wrong cells red, notes on them and a list. Throws FileRefused for what is no table. */
export function markImportFile(file: SentFile, findings: readonly Finding[]): Promise<Uint8Array> {
  return inFolder(file, async (path, folder) => {
    const marked = join(folder, 'marked.xlsx')
    await markWorkbook(path, findings, marked, file.name)
    return readFile(marked)
  })
}

async function inFolder<T>(file: SentFile, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-import-'))
  try {
    const path = join(folder, 'sent')
    await writeFile(path, file.bytes, { mode: 0o600 })
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Sheets = Parameters<typeof recogniseSheet>[0][]

function readSheets(sheets: Readonly<Sheets>, file: string, register: Register, codes: readonly CodeList[]) {
  const plan = planReading([register], codes)
  const rows: RegisterRow[] = []
  const findings: Finding[] = []
  for (const sheet of sheets.filter((candidate) => !candidate.hidden)) {
    for (const recognition of recogniseSheet(sheet, plan).found) {
      // The year of a record says nothing here.
      const read = readRows(sheet, recognition, { file, register, plan, defaultYear: 2000 })
      rows.push(...read.rows)
      findings.push(...read.findings.filter((finding) => !isWordOfKind(finding)))
    }
  }
  return { rows, findings }
}

/** 小学 for 学校 needs no word in every row. */
const isWordOfKind = ({ level, column }: Finding): boolean => level === 'repair' && column === 'kind'

function unrecognised(registers: readonly Register[]): Finding {
  const titles = registers[0]?.columns.map((column) => column.title).join('、') ?? ''
  return {
    level: 'error',
    code: 'unrecognised_file',
    message: '没有认出表头',
    advice: `第一行写明各列的名称，如：${titles}；也可以先导出一份，照它的样子填`,
  }
}
