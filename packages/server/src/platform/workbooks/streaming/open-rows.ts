import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { detectType } from '../detect-type.ts'
import { type FileLimits, STREAM_LIMITS } from '../limits.ts'
import { readBytes, sheetName, type WorkbookType } from '../read-bytes.ts'
import { FileRefused } from '../refusal.ts'
import { streamDelimited } from './stream-delimited.ts'
import { type StreamedSheet, streamOfRows, streamWorkbook } from './stream-workbook.ts'

export interface OpenedRows {
  readonly type: WorkbookType
  readonly sha256: string
  readonly bytes: number
  readonly sheets: readonly StreamedSheet[]
}

/**
 * Opens a file of any size for reading row by row, deciding by content what it is. xlsx and text are streamed; xls, which
 * cannot be large, is read whole. Throws FileRefused. Runs in a worker.
 */
export async function openRows(path: string, name: string, limits: FileLimits = STREAM_LIMITS): Promise<OpenedRows> {
  const { head, size } = await readStart(path)
  const type = detectType(head)
  refuseSize(size, type === 'text' ? limits.csvBytes : limits.fileBytes)
  if (type === 'text') {
    const sheet = await streamDelimited(path, sheetName(name), limits)
    return { type: 'csv', sha256: await hashOf(path), bytes: size, sheets: [sheet] }
  }
  const bytes = await readWhole(path)
  const identity = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: size }
  if (type === 'zip') return { type: 'xlsx', ...identity, sheets: await streamWorkbook(bytes, limits) }
  const { sheets } = await readBytes(bytes, name)
  const streamed = sheets.map((sheet): StreamedSheet => {
    const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
    return { ...sheet, height: sheet.rows.length, width, rows: streamOfRows(sheet.rows, sheet.hiddenRows) }
  })
  return { type: 'xls', ...identity, sheets: streamed }
}

async function readStart(path: string): Promise<{ readonly head: Buffer; readonly size: number }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return { head: buffer.subarray(0, bytesRead), size }
  } finally {
    await file.close()
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}

function refuseSize(size: number, limit: number): void {
  if (size <= limit) return
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  throw new FileRefused(
    'too_large',
    `文件有 ${megabytes(size)} MB，超过 ${megabytes(limit)} MB`,
    '删去图片和无关的表，或拆成几个文件',
  )
}
