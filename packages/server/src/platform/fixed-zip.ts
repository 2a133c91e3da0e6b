import { type Zippable, zipSync } from 'fflate'

/** Packs the parts of an office file in a fixed order and with a fixed time: the same parts give the same bytes. */
export function fixedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const files: Zippable = {}
  const order = (path: string): number => (path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2)
  for (const path of [...parts.keys()].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))) {
    files[path] = [parts.get(path) ?? new Uint8Array(), { mtime }]
  }
  return zipSync(files)
}
