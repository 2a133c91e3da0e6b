import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Unzip, UnzipInflate } from 'fflate'
import { AppError } from '../../errors/app-error.ts'

/** What comes out of a zip file read from front to back. */
export type ArchivePart =
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }

/** Reads a backup file in its order. Errors: AppError `file.unreadable`, `backup.damaged`. */
export async function* readArchive(path: string, shown: string): AsyncIterable<ArchivePart> {
  const parts: ArchivePart[] = []
  const unzip = new Unzip((file) => {
    parts.push({ kind: 'entry', name: file.name })
    file.ondata = (error, bytes, final) => {
      if (error !== null) throw error
      if (bytes.length > 0) parts.push({ kind: 'data', bytes })
      if (final) parts.push({ kind: 'end' })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of chunksOf(path, shown)) {
    try {
      unzip.push(chunk)
    } catch (cause) {
      throw new AppError('backup.damaged', { file: shown, reason: '压缩内容不完整或被改动' }, { cause })
    }
    yield* parts.splice(0)
  }
  yield* parts.splice(0)
}

const endOfDirectory = { signature: 0x06054b50, length: 22, sizeAt: 12, offsetAt: 16 } as const

/** A file that was copied only in part lacks the last record of every zip file. Errors: `backup.damaged`, `file.unreadable`. */
export async function assertWhole(path: string, shown: string): Promise<void> {
  const { signature, length, sizeAt, offsetAt } = endOfDirectory
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(shown, cause)
  })
  try {
    const { size } = await file.stat()
    const last = Buffer.alloc(length)
    await file.read(last, 0, length, Math.max(0, size - length))
    const whole =
      last.readUInt32LE(0) === signature && last.readUInt32LE(sizeAt) + last.readUInt32LE(offsetAt) + length === size
    if (!whole) throw new AppError('backup.damaged', { file: shown, reason: '文件不完整，可能没有拷完' })
  } finally {
    await file.close()
  }
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError('file.unreadable', { path, reason: '文件不存在或没有读取权限' }, { cause })
}

async function* chunksOf(path: string, shown: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk
  } catch (cause) {
    throw unreadable(shown, cause)
  }
}
