import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { FileRefused } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

/** What a part inflates to, piece by piece. Throws FileRefused. */
export async function* chunksOf(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed)
  if (entry.method === 0) {
    yield packed
    return
  }
  if (packed.length <= SMALL) {
    yield inflateSmall(packed, entry)
    return
  }
  const inflate = Readable.from(slicesOf(packed)).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
  try {
    for await (const chunk of inflate) if (Buffer.isBuffer(chunk)) yield chunk
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    throw brokenPart(entry)
  } finally {
    inflate.destroy()
  }
}

/** Deflate gives back at most about 1032 times what is packed: this much is inflated at once, without a stream. */
const SMALL = 16 * 1024

function inflateSmall(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed)
  } catch {
    throw brokenPart(entry)
  }
}

function brokenPart(entry: ZipEntry): FileRefused {
  return new FileRefused(
    'broken_file',
    `文件已损坏：部件 ${entry.name.slice(0, 60)} 解不开`,
    '请在原来的电脑上重新打开、另存为 .xlsx 后再交',
  )
}

function* slicesOf(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += 64 * 1024) yield packed.subarray(at, at + 64 * 1024)
}

/** A small part, at most `limit` bytes of it. Throws FileRefused. */
export async function partBytes(bytes: Buffer, entry: ZipEntry, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(bytes, entry)) {
    size += chunk.length
    if (size > limit) throw brokenPart(entry)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A small part as text, at most `limit` bytes of it. Throws FileRefused. */
export async function partText(bytes: Buffer, entry: ZipEntry, limit: number): Promise<string> {
  return (await partBytes(bytes, entry, limit)).toString('utf8')
}
