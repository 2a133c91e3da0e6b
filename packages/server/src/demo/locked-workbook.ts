import { createRandom } from './random.ts'

const sector = 512
const streamSectors = 8
const endOfChain = 0xfffffffe
const freeSector = 0xffffffff

/**
 * A workbook locked with a password, as far as any reader can tell without the password:
 * an OLE2 container with the two streams EncryptionInfo and EncryptedPackage of 4096 bytes each.
 */
export function lockedWorkbook(seed: string): Uint8Array {
  const random = createRandom(seed)
  const bytes = new Uint8Array(sector * (1 + 2 + 2 * streamSectors))
  const view = new DataView(bytes.buffer)
  writeHeader(view)
  writeAllocation(view, sector)
  const directory = sector * 2
  writeEntry(view, directory, { name: 'Root Entry', type: 5, child: 1, start: endOfChain, size: 0 })
  writeEntry(view, directory + 128, { name: 'EncryptionInfo', type: 2, left: 2, start: 2, size: 4096 })
  writeEntry(view, directory + 256, { name: 'EncryptedPackage', type: 2, start: 2 + streamSectors, size: 4096 })
  const info = sector * 3
  view.setUint16(info, 4, true)
  view.setUint16(info + 2, 4, true)
  view.setUint32(info + 4, 0x40, true)
  bytes.set(new TextEncoder().encode(descriptor(random.whole(100_000, 999_999)).padEnd(4088)), info + 8)
  const body = sector * (3 + streamSectors)
  for (let at = body; at < bytes.length; at++) bytes[at] = random.whole(0, 255)
  view.setBigUint64(body, 4088n, true)
  return bytes
}

function writeHeader(view: DataView): void {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  for (const [at, byte] of signature.entries()) view.setUint8(at, byte)
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, 1, true)
  view.setUint32(56, 4096, true)
  view.setUint32(60, endOfChain, true)
  view.setUint32(68, endOfChain, true)
  for (let slot = 0; slot < 109; slot++) view.setUint32(76 + slot * 4, slot === 0 ? 0 : freeSector, true)
}

// Sector 0 is this table, sector 1 the directory, then the two streams.
function writeAllocation(view: DataView, at: number): void {
  for (let slot = 0; slot < sector / 4; slot++) view.setUint32(at + slot * 4, freeSector, true)
  view.setUint32(at, 0xfffffffd, true)
  view.setUint32(at + 4, endOfChain, true)
  for (let slot = 2; slot < 2 + 2 * streamSectors; slot++) {
    const last = (slot - 1) % streamSectors === 0
    view.setUint32(at + slot * 4, last ? endOfChain : slot + 1, true)
  }
}

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
  readonly left?: number
  readonly child?: number
}

function writeEntry(view: DataView, at: number, entry: DirectoryEntry): void {
  for (let index = 0; index < entry.name.length; index++)
    view.setUint16(at + index * 2, entry.name.charCodeAt(index), true)
  view.setUint16(at + 64, (entry.name.length + 1) * 2, true)
  view.setUint8(at + 66, entry.type)
  view.setUint8(at + 67, 1)
  view.setUint32(at + 68, entry.left ?? freeSector, true)
  view.setUint32(at + 72, freeSector, true)
  view.setUint32(at + 76, entry.child ?? freeSector, true)
  view.setUint32(at + 116, entry.start, true)
  view.setUint32(at + 120, entry.size, true)
}

function descriptor(salt: number): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption">' +
    `<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" saltValue="${salt}"/></encryption>`
  )
}
