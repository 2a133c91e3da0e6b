import { crc32 } from 'node:zlib'

export interface ZipPart {
  /** Path in the zip, with slashes. */
  readonly name: string
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

interface WrittenPart {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly offset: number
}

const VERSION = 45
/** Names are UTF-8, and size and checksum follow the content. */
const FLAGS = 0x0808
/** 1 January 1980: nobody asks a zip when it was packed. */
const DATE = 0x0021
const MOST = 0xffffffff
const MOST_PARTS = 0xffff

/**
 * Packs parts one after the other while they are read: never more than one chunk in memory, however large the whole. Parts
 * are stored as they are, for what goes into it is packed already; beyond four gigabytes it is a zip64.
 */
export async function* streamZip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: WrittenPart[] = []
  let offset = 0
  for await (const { name, content } of parts) {
    const bytes = Buffer.from(name, 'utf8')
    const head = Buffer.concat([localHeader(bytes), bytes])
    yield head
    let [crc, size] = [0, 0]
    for await (const chunk of content) {
      crc = crc32(chunk, crc)
      size += chunk.length
      yield chunk
    }
    const tail = descriptor(crc, size)
    yield tail
    written.push({ name: bytes, crc, size, offset })
    offset += head.length + size + tail.length
  }
  let length = 0
  for (const part of written) {
    const entry = directoryEntry(part)
    length += entry.length
    yield entry
  }
  yield endOf(written.length, length, offset)
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return header
}

/** Error: a part of four gigabytes or more, which is a bug: files are bounded far below. */
function descriptor(crc: number, size: number): Buffer {
  if (size >= MOST) throw new Error('a part of a zip is too large')
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(size, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryEntry({ name, crc, size, offset }: WrittenPart): Buffer {
  const far = offset >= MOST ? farOffset(offset) : Buffer.alloc(0)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DATE, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(size, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(far.length, 30)
  entry.writeUInt32LE(Math.min(offset, MOST), 42)
  return Buffer.concat([entry, name, far])
}

function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(offset), 4)
  return extra
}

function endOf(parts: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(parts, MOST_PARTS), 8)
  end.writeUInt16LE(Math.min(parts, MOST_PARTS), 10)
  end.writeUInt32LE(Math.min(length, MOST), 12)
  end.writeUInt32LE(Math.min(offset, MOST), 16)
  const isFar = parts >= MOST_PARTS || length >= MOST || offset >= MOST
  return isFar ? Buffer.concat([farEnd(parts, length, offset), end]) : end
}

function farEnd(parts: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(VERSION, 12)
  end.writeUInt16LE(VERSION, 14)
  end.writeBigUInt64LE(BigInt(parts), 24)
  end.writeBigUInt64LE(BigInt(parts), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}
