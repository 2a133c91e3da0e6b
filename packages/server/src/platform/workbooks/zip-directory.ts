import { LIMITS } from './limits.ts'
import { FileRefused } from './refusal.ts'

/** One entry as the central directory declares it; sizes are claims, not facts. */
export interface ZipEntry {
  readonly name: string
  /** Where the bytes of the name stand in the directory, and how many: some programs do not write UTF-8. */
  readonly named: number
  readonly nameBytes: number
  readonly method: number
  readonly start: number
  readonly compressed: number
  /** Checksum and size when inflated, as declared. */
  readonly crc: number
  readonly size: number
}

const broken = (why: string) =>
  new FileRefused('broken_file', `文件已损坏：${why}`, '请在原来的电脑上重新打开、另存为 .xlsx 后再交')

/** Reads the central directory and refuses what no honest workbook has: overlaps, doubles, encryption, too many entries. */
export function readZipDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff)
    throw new FileRefused('zip_bomb', '压缩包里的部件过多，不是正常的工作簿', '另存为新的 .xlsx 后再交')
  if (count > LIMITS.zipEntries)
    throw new FileRefused('zip_bomb', `压缩包里有 ${count} 个部件，不是正常的工作簿`, '另存为新的 .xlsx 后再交')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  for (let order = 0; order < count; order += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken('目录不完整')
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0))
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) {
      throw new FileRefused('encrypted_file', '文件加了密码，打不开', '请去掉密码后再交')
    }
    if (names.has(name))
      throw new FileRefused('zip_bomb', `压缩包里有重名的部件 ${name.slice(0, 60)}`, '另存为新的 .xlsx 后再交')
    names.add(name)
    entries.push({ ...locate(bytes, at, name), named: at + 46, nameBytes: lengths[0] ?? 0 })
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  refuseOverlaps(entries)
  return entries
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at
  }
  throw broken('文件不完整，可能没有传完')
}

function locate(bytes: Buffer, at: number, name: string): Omit<ZipEntry, 'named' | 'nameBytes'> {
  const method = bytes.readUInt16LE(at + 10)
  const compressed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw broken('部件位置不对')
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (start + compressed > bytes.length) throw broken('部件不完整')
  if (method !== 0 && method !== 8) throw broken('压缩方式不认识')
  return { name, method, start, compressed, crc: bytes.readUInt32LE(at + 16), size: bytes.readUInt32LE(at + 24) }
}

function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let reached = 0
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < reached)
      throw new FileRefused(
        'zip_bomb',
        '压缩包的部件互相重叠，是恶意构造的文件',
        '不要打开这个文件；请向填报单位重新索取',
      )
    reached = entry.start + entry.compressed
  }
}
