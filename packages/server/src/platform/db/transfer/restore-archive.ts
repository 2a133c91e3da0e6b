import { AppError } from '../../errors/app-error.ts'
import { type Connections, withConnection } from '../connection.ts'
import { listMigrations } from '../migration-files.ts'
import { tableOfEntry } from './archive-names.ts'
import { wholeLines } from './copy-lines.ts'
import { loadSnapshot, type TableContent } from './load-snapshot.ts'
import type { ReportTable, TransferReport } from './move-database.ts'
import { type ArchivePart, readArchive } from './read-archive.ts'
import type { Manifest } from './snapshot.ts'
import { verifyArchive } from './verify-archive.ts'

/** Checks a backup file and loads it into an empty, migrated database; on any error the database stays empty. */
export async function restoreArchive(
  path: string,
  shown: string,
  target: Connections,
  report: ReportTable,
): Promise<TransferReport> {
  const manifest = await verifyArchive(path, shown)
  refuseNewer(manifest)
  const rows = await withConnection(target, (connection) =>
    loadSnapshot(connection, shown, manifest, tablesOf(readArchive(path, shown)), report),
  )
  return { tables: manifest.tables.length, rows }
}

function refuseNewer(manifest: Manifest): void {
  const known = new Set(listMigrations().map((migration) => migration.name))
  const unknown = manifest.migrations.find((name) => !known.has(name))
  if (unknown !== undefined) throw new AppError('database.newer', { name: unknown })
}

/** The tables of a backup file with their rows, in its order; rows that nobody reads are passed over. */
export async function* tablesOf(parts: AsyncIterable<ArchivePart>): AsyncIterable<TableContent> {
  const iterator = parts[Symbol.asyncIterator]()
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
    if (step.value.kind !== 'entry') continue
    const name = tableOfEntry(step.value.name)
    if (name !== undefined) yield { name, lines: wholeLines(entryData(iterator)) }
  }
}

/** The bytes of the entry just announced, up to its end. */
async function* entryData(iterator: AsyncIterator<ArchivePart>): AsyncIterable<Uint8Array> {
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
    if (step.value.kind !== 'data') return
    yield step.value.bytes
  }
}
