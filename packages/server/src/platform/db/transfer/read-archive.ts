import { createReadStream } from 'node:fs'
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

async function* chunksOf(path: string, shown: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk
  } catch (cause) {
    throw new AppError('file.unreadable', { path: shown, reason: '文件不存在或没有读取权限' }, { cause })
  }
}
