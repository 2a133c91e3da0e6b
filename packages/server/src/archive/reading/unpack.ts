import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { decodeText } from '../../platform/workbooks/decode-text.ts'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { chunksOf } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory, type ZipEntry } from '../../platform/workbooks/zip-directory.ts'
import { reasonOfPackage } from './detect-office.ts'
import { MediaRefused } from './media-refused.ts'

/** One entry of a zip: where it was unpacked to, or why it was not. */
export type Unpacked =
  | { readonly name: string; readonly path: string; readonly refused?: undefined }
  | { readonly name: string; readonly refused: string }

export interface UnpackLimits {
  /** Of one entry, and of all. */
  readonly entryBytes: number
  readonly totalBytes: number
}

/** Systems put these into zips by themselves; nobody meant them. */
const rubbish = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/**
 * Unpacks the files of a zip into a folder, under numbers: the names inside are only told. Throws MediaRefused where the
 * package itself cannot be read; what is wrong with one entry is said of it alone.
 */
export async function unpack(bytes: Buffer, folder: string, limits: UnpackLimits): Promise<readonly Unpacked[]> {
  let room = limits.totalBytes
  const unpacked: Unpacked[] = []
  for (const [at, entry] of entriesOf(bytes).entries()) {
    const name = nameOf(bytes, entry)
    if (name.endsWith('/') || name.endsWith('\\') || rubbish.test(name)) continue
    const path = join(folder, String(at))
    const most = Math.min(room, limits.entryBytes)
    try {
      // An honest bomb is not even begun; what a lying one gives is counted.
      if (entry.size > most) throw new RangeError('too much')
      room -= await inflate(bytes, entry, path, most)
      unpacked.push({ name, path })
    } catch (cause) {
      await rm(path, { force: true })
      const isTooMuch = cause instanceof RangeError
      const tooMuch =
        most < limits.entryBytes ? '压缩包解开后太大：请分成几个压缩包' : '解开后超过单个文件的上限：请压缩后再上传'
      unpacked.push({ name, refused: isTooMuch ? tooMuch : reasonOfPackage('broken_file') })
    }
  }
  return unpacked
}

function entriesOf(bytes: Buffer): readonly ZipEntry[] {
  try {
    return readZipDirectory(bytes)
  } catch (cause) {
    throw new MediaRefused(reasonOfPackage(cause instanceof FileRefused ? cause.finding.code : 'broken_file'))
  }
}

/** UTF-8 where it is that, else what Windows in China writes. */
function nameOf(bytes: Buffer, { named, nameBytes, name }: ZipEntry): string {
  try {
    return decodeText(bytes.subarray(named, named + nameBytes))
  } catch {
    return name
  }
}

async function inflate(bytes: Buffer, entry: ZipEntry, path: string, most: number): Promise<number> {
  let size = 0
  await pipeline(
    Readable.from(chunksOf(bytes, entry)),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > most) throw new RangeError('too much')
        yield chunk
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  return size
}
