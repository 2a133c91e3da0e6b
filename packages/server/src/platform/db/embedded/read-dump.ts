import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** A file or a folder of a cluster, by its path within it. */
export interface DumpEntry {
  readonly path: string
  /** Absent: a folder. */
  readonly content?: Uint8Array
}

const block = 512

/** What stands in an archive that the engine dumped (ustar), folders before what they hold. */
export async function readDump(path: string): Promise<readonly DumpEntry[]> {
  const packed = await readFile(path)
  // Its length stands at its end. Unpacked in one piece, it need not be put together from thousands.
  const archive = await promisify(gunzip)(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) + block })
  const entries: DumpEntry[] = []
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const text = (from: number, length: number): string =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8)
    const isFolder = text(156, 1) === '5'
    const start = at + block
    if (!(size >= 0) || start + size > archive.length) throw new Error(`the archive ${path} is cut off`)
    const name = text(0, 100).replace(/^\/+|\/+$/g, '')
    entries.push(isFolder ? { path: name } : { path: name, content: archive.subarray(start, start + size) })
    at = start + Math.ceil(size / block) * block
  }
  return entries.toSorted((one, other) => Number('content' in one) - Number('content' in other))
}
