import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a package to be written: packed already, or plain. */
export type ZipPart =
  | {
      readonly name: string
      readonly packed: Uint8Array
      readonly method: number
      readonly crc: number
      readonly size: number
    }
  | { readonly name: string; readonly plain: Uint8Array }

/** Midnight of 1 January 1980: the same workbook gives the same bytes. */
const DATE = 0x21

/** Writes a zip of parts; those that are packed already are copied as they are. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { method, crc, size, packed } = 'packed' in part ? part : pack(part.plain)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    writeFacts(head, 4, method, crc, packed.length, size, name.length)
    pieces.push(head, name, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    writeFacts(entry, 6, method, crc, packed.length, size, name.length)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, name)
    offset += head.length + name.length + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, entries, end])
}

/** A great sheet is packed less tightly: several times as fast for some more bytes. */
const GREAT = 8 * 1024 * 1024

function pack(plain: Uint8Array) {
  const packed = deflateRawSync(plain, { level: plain.length > GREAT ? 1 : 6 })
  return { packed, method: 8, crc: crc32(plain), size: plain.length }
}

function writeFacts(
  to: Buffer,
  at: number,
  method: number,
  crc: number,
  packed: number,
  size: number,
  nameLength: number,
): void {
  to.writeUInt16LE(20, at)
  // Names are UTF-8.
  to.writeUInt16LE(0x0800, at + 2)
  to.writeUInt16LE(method, at + 4)
  to.writeUInt16LE(0, at + 6)
  to.writeUInt16LE(DATE, at + 8)
  to.writeUInt32LE(crc, at + 10)
  to.writeUInt32LE(packed, at + 14)
  to.writeUInt32LE(size, at + 18)
  to.writeUInt16LE(nameLength, at + 22)
}
