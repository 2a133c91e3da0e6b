import { join } from 'node:path'
import type { Pack, PackFile, PackSource, SourcedPack } from '@eduduty/core/packs'
import type { PackReading } from './pack-reading.ts'

/** A pack that was read from another folder, with its files named from the folder that asks. */
export function fromFolder(
  folder: string,
  { files, source }: PackReading,
  pack: Pack,
): SourcedPack & { readonly files: readonly PackFile[] } {
  return {
    pack,
    source: under(folder, source),
    files: files.map(({ path, text }) => ({ path: join(folder, path), text })),
  }
}

/** The same places, with the files named from another folder. */
function under(folder: string, source: PackSource): PackSource {
  const moved = <At extends { readonly file: string }>(at: At): At => ({ ...at, file: join(folder, at.file) })
  return {
    place: (path, part) => moved(source.place(path, part)),
    inside: (path, text, offset, length) => moved(source.inside(path, text, offset, length)),
  }
}
