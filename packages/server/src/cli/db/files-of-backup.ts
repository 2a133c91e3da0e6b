import type { StoredTable } from '../../platform/db/transfer/list-tables.ts'
import { readArchive } from '../../platform/db/transfer/read-archive.ts'
import { tablesOf } from '../../platform/db/transfer/restore-archive.ts'
import { fileKey, type WantedFiles } from '../../platform/files/copy-files.ts'
import type { FileStore } from '../../platform/files/file-store.ts'

/** The table whose rows speak of evidence files. */
const VERSIONS = 'archive_versions'
/** How a copy of a table writes that there is nothing. */
const NONE = '\\N'

/** Every file that the rows of a backup speak of. A backup from before there was evidence speaks of none. */
export async function filesOfBackup(path: string, shown: string, tables: readonly StoredTable[]): Promise<WantedFiles> {
  const columns = tables.find(({ name }) => name === VERSIONS)?.columns ?? []
  const [county, sha256] = [columns.indexOf('county_code'), columns.indexOf('sha256')]
  const wanted = new Set<string>()
  const destroyed = columns.indexOf('destroyed_at')
  if (county < 0 || sha256 < 0) return wanted
  for await (const { name, lines } of tablesOf(readArchive(path, shown))) {
    if (name !== VERSIONS) continue
    for await (const text of lines)
      for (const line of text.split('\n').filter((row) => row !== '')) {
        const cells = line.split('\t')
        // What was destroyed is spoken of, and not there.
        if (destroyed >= 0 && cells[destroyed] !== NONE) continue
        wanted.add(fileKey(cells[county] ?? '', cells[sha256] ?? ''))
      }
  }
  return wanted
}

export interface FilesFound {
  readonly missing: readonly string[]
  /** Where those lie that are not what they are called. */
  readonly damaged: readonly string[]
}

/** Reads the wanted files of a store anew and holds each against its name. */
export async function checkWanted(store: FileStore, wanted: WantedFiles): Promise<FilesFound> {
  const missing: string[] = []
  const damaged: string[] = []
  for (const key of [...wanted].toSorted()) {
    const [county = '', sha256 = ''] = key.split('/')
    const found = await store.measure(county, sha256)
    if (found === undefined) missing.push(key)
    else if (found !== sha256) damaged.push(store.pathOf(county, sha256))
  }
  return { missing, damaged }
}

/** Names that one message lists; the rest is counted. */
const NAMED = 5

export const listed = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')} 等 ${names.length} 个`
