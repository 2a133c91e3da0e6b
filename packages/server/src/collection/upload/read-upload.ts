import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Finding,
  type MappingFile,
  planReading,
  type RegisterRow,
  recogniseSheet,
  type Sheet,
} from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'
import { markWorkbook } from '../../platform/workbooks/mark-workbook.ts'
import { openWorkbookReader } from '../../platform/workbooks/workbook-reader.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { entriesFor, readSheets, whyUnrecognised } from '../read-sheets.ts'

/** A file as it was sent. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadUpload {
  readonly sha256: string
  readonly rows: readonly RegisterRow[]
  readonly findings: readonly Finding[]
  /** Sheets that were asked for by name, as they are. */
  readonly aside: readonly Sheet[]
  /** Of a file without a row for the register: what its tables are instead, or what headings they have. */
  readonly unread?: string
}

export interface UploadReading {
  readonly year: number
  readonly mapping?: MappingFile
  readonly aside?: readonly string[]
}

/**
 * Reads a workbook for one register; sheets of other registers are left out, those named `aside` are given back as they
 * are. Errors: `collection.upload_unreadable`.
 */
export function readUpload(
  file: SentFile,
  pack: TaskPack,
  register: Register,
  { year, mapping, aside = [] }: UploadReading,
): Promise<ReadUpload> {
  return withWorkbook(file, (read) => {
    const plan = planReading([register], pack.pack.codes ?? [])
    const taken = read.sheets.filter(({ name }) => aside.includes(name))
    const rest = read.sheets.filter((sheet) => !taken.includes(sheet))
    const { rows, findings } = readSheets(rest, file.name, plan, {
      defaultYear: year,
      ...(mapping !== undefined && { mapping }),
    })
    const unread = rows.length === 0 ? whatElse(rest, { file: file.name, pack, register, mapping }) : undefined
    return { sha256: read.sha256, rows, findings, aside: taken, ...(unread !== undefined && { unread }) }
  })
}

/** All sheets of a workbook as they are. Errors: `collection.upload_unreadable`. */
export function readWorkbook(file: SentFile): Promise<readonly Sheet[]> {
  return withWorkbook(file, ({ sheets }) => sheets)
}

function withWorkbook<T>(file: SentFile, work: (read: { sha256: string; sheets: readonly Sheet[] }) => T): Promise<T> {
  return inFolder(file, async (path) => {
    const reader = openWorkbookReader()
    try {
      const read = await reader.read(path, file.name)
      if (read.refused !== undefined) throw new AppError('collection.upload_unreadable', { why: read.refused.message })
      return work(read)
    } finally {
      await reader.close()
    }
  })
}

interface Unread {
  readonly file: string
  readonly pack: TaskPack
  readonly register: Register
  readonly mapping: MappingFile | undefined
}

/** The first sheet that anything can be said of: it is another table of the pack, or comes nearest to one. */
function whatElse(sheets: readonly Sheet[], { file, pack, register, mapping }: Unread): string | undefined {
  for (const sheet of sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0)) {
    const { found, nearest } = recogniseSheet(sheet, pack.reading, entriesFor(mapping, file, sheet.name))
    if (found.some((one) => one.register === register.id)) return undefined
    const place = sheets.length > 1 ? `工作表“${sheet.name}”` : '这张表'
    const [first] = found
    return `${place}${first === undefined ? whyUnrecognised(sheet, nearest) : `是《${pack.register(first.register).title}》`}`
  }
  return undefined
}

/** The same file with its wrong cells red, a note on each and a list of them. */
export function markUpload(file: SentFile, findings: readonly Finding[]): Promise<Uint8Array> {
  return inFolder(file, async (path, folder) => {
    const marked = join(folder, 'marked.xlsx')
    await markWorkbook(path, findings, marked, file.name)
    return readFile(marked)
  })
}

async function inFolder<T>(file: SentFile, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-upload-'))
  try {
    const path = join(folder, 'sent')
    await writeFile(path, file.bytes, { mode: 0o600 })
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
