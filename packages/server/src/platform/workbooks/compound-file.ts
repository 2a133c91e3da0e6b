import { FileRefused } from './refusal.ts'

/** Names and bytes of the streams of an OLE2 compound file (xls, doc, encrypted packages). */
export interface CompoundFile {
  readonly names: ReadonlySet<string>
  read(name: string): Buffer | undefined
}

const FREE = 0xfffffffa

/** Opens a compound file. Every chain is bounded by the size of the file. Throws FileRefused when it is broken. */
export function openCompoundFile(bytes: Buffer): CompoundFile {
  try {
    return open(bytes)
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    throw new FileRefused('broken_file', '文件已损坏，读不出内容', '请在原来的电脑上重新打开、另存为 .xlsx 后再交')
  }
}

function open(bytes: Buffer): CompoundFile {
  const sector = 1 << bytes.readUInt16LE(30)
  if (sector !== 512 && sector !== 4096) throw new RangeError('sector size')
  const at = (id: number) => (id + 1) * sector
  const fat = readFat(bytes, sector, at)
  const chain = (start: number): Buffer => {
    const parts: Buffer[] = []
    for (let id = start; id < FREE && parts.length <= bytes.length / sector; id = fat[id] ?? FREE)
      parts.push(bytes.subarray(at(id), at(id) + sector))
    return Buffer.concat(parts)
  }
  const directory = chain(bytes.readUInt32LE(48))
  const entries = new Map<string, { start: number; size: number }>()
  let root: Buffer = Buffer.alloc(0)
  for (let offset = 0; offset + 128 <= directory.length; offset += 128) {
    const length = directory.readUInt16LE(offset + 64)
    if (length < 2 || length > 64) continue
    const name = directory.toString('utf16le', offset, offset + length - 2)
    const entry = { start: directory.readUInt32LE(offset + 116), size: directory.readUInt32LE(offset + 120) }
    if (directory[offset + 66] === 5) root = chain(entry.start)
    else entries.set(name, entry)
  }
  const cutoff = bytes.readUInt32LE(56)
  const miniFat = toNumbers(chain(bytes.readUInt32LE(60)))
  const mini = (start: number): Buffer => {
    const parts: Buffer[] = []
    for (let id = start; id < FREE && parts.length <= root.length / 64; id = miniFat[id] ?? FREE)
      parts.push(root.subarray(id * 64, id * 64 + 64))
    return Buffer.concat(parts)
  }
  const read = (name: string) => {
    const entry = entries.get(name)
    if (entry === undefined) return undefined
    return (entry.size < cutoff ? mini(entry.start) : chain(entry.start)).subarray(0, entry.size)
  }
  return { names: new Set(entries.keys()), read }
}

function readFat(bytes: Buffer, sector: number, at: (id: number) => number): readonly number[] {
  const blocks: number[] = []
  for (let order = 0; order < 109; order += 1) blocks.push(bytes.readUInt32LE(76 + order * 4))
  let next = bytes.readUInt32LE(68)
  for (let rounds = 0; next < FREE && rounds < 1000; rounds += 1) {
    const block = toNumbers(bytes.subarray(at(next), at(next) + sector))
    next = block.at(-1) ?? FREE
    blocks.push(...block.slice(0, -1))
  }
  return blocks.filter((id) => id < FREE).flatMap((id) => toNumbers(bytes.subarray(at(id), at(id) + sector)))
}

function toNumbers(block: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= block.length; at += 4) numbers.push(block.readUInt32LE(at))
  return numbers
}
