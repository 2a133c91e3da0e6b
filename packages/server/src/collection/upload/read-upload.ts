import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finding, planReading, type RegisterRow, type Sheet } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'
import { markWorkbook } from '../../platform/workbooks/mark-workbook.ts'
import { openWorkbookReader } from '../../platform/workbooks/workbook-reader.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { readSheets } from '../read-sheets.ts'

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
}

/**
 * Reads a workbook for one register; sheets of other registers are left out, those named `aside` are given back as they
 * are. Errors: `collection.upload_unreadable`.
 */
export function readUpload(
  file: SentFile,
  pack: TaskPack,
  register: Register,
  { year, aside = [] }: { readonly year: number; readonly aside?: readonly string[] },
): Promise<ReadUpload> {
  return inFolder(file, async (path) => {
    const reader = openWorkbookReader()
    try {
      const read = await reader.read(path, file.name)
      if (read.refused !== undefined) throw new AppError('collection.upload_unreadable', { why: read.refused.message })
      const plan = planReading([register], pack.pack.codes ?? [])
      const taken = read.sheets.filter(({ name }) => aside.includes(name))
      const rest = read.sheets.filter((sheet) => !taken.includes(sheet))
      const { rows, findings } = readSheets(rest, file.name, plan, { defaultYear: year })
      return { sha256: read.sha256, rows, findings, aside: taken }
    } finally {
      await reader.close()
    }
  })
}

/** The same file with its wrong cells red, a note on each and a list of them. */
export function markUpload(file: SentFile, findings: readonly Finding[]): Promise<Uint8Array> {
  return inFolder(file, async (path, folder) => {
    const marked = join(folder, 'marked.xlsx')
    await markWorkbook(path, findings, marked)
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
