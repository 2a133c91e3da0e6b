import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import { type Connections, withConnection } from '../connection.ts'
import { archiveNames } from './archive-names.ts'
import { assertSpace } from './assert-space.ts'
import type { ReportTable, TransferReport } from './move-database.ts'
import { type Snapshot, withSnapshot } from './snapshot.ts'

/**
 * Writes a database to one zip file: manifest, one COPY text per table, and last the checksums, whose absence
 * shows a cut file. The file appears under its name only when it is whole and on disk.
 */
export async function writeArchive(
  source: Connections,
  path: string,
  now: Date,
  report: ReportTable,
): Promise<TransferReport> {
  const draft = `${path}.part`
  assertSpace(dirname(path), await databaseSize(source))
  const output = createWriteStream(draft)
  // Listens from the first moment: a draft that cannot even be opened must not end the program.
  const archive = new Archive(output)
  try {
    const done = await withConnection(source, (connection) =>
      withSnapshot(connection, now, (snapshot) => writeSnapshot(snapshot, archive, report)),
    )
    syncFile(draft)
    renameSync(draft, path)
    return done
  } catch (error) {
    output.destroy()
    // The first error is the one to report. That of a write does not say which file it was.
    await rm(draft, { force: true }).catch(() => undefined)
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error
  }
}

/** More than its copy will take: the copy is packed and has no indexes. */
async function databaseSize(source: Connections): Promise<number> {
  const { rows } = await withConnection(source, (connection) =>
    connection.run<{ bytes: number }>('select pg_database_size(current_database()) as bytes', []),
  )
  return rows[0]?.bytes ?? 0
}

async function writeSnapshot(snapshot: Snapshot, archive: Archive, report: ReportTable): Promise<TransferReport> {
  const { manifest } = snapshot
  await archive.add(archiveNames.manifest, [Buffer.from(JSON.stringify(manifest, null, 1))])
  for (const [index, table] of manifest.tables.entries()) {
    report(table.name, index, manifest.tables.length)
    await archive.add(archiveNames.table(table.name), snapshot.rows(table))
  }
  await archive.finish()
  return { tables: manifest.tables.length, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0) }
}

class Archive {
  readonly #output: ReturnType<typeof createWriteStream>
  readonly #zip: Zip
  readonly #checksums: Record<string, string> = {}
  #full = false
  #failure: Error | undefined
  readonly #closed: Promise<void>

  constructor(output: ReturnType<typeof createWriteStream>) {
    this.#output = output
    this.#closed = new Promise((resolve) => output.once('close', resolve))
    output.on('error', (error) => {
      this.#failure = error
    })
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) this.#failure = error
      else this.#full = !output.write(chunk)
    })
  }

  async add(name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const hash = createHash('sha256')
    const entry = new ZipDeflate(name, { level: 6 })
    this.#zip.add(entry)
    for await (const chunk of chunks) {
      hash.update(chunk)
      entry.push(chunk)
      await this.#settle()
    }
    entry.push(new Uint8Array(), true)
    this.#checksums[name] = hash.digest('hex')
    await this.#settle()
  }

  async finish(): Promise<void> {
    const checksums = Buffer.from(JSON.stringify(this.#checksums, null, 1))
    await this.add(archiveNames.checksums, [checksums])
    this.#zip.end()
    this.#output.end()
    await this.#closed
    if (this.#failure !== undefined) throw this.#failure
  }

  async #settle(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure
    // After a failure there is no drain any more.
    if (this.#full) await Promise.race([once(this.#output, 'drain'), this.#closed])
    this.#full = false
    if (this.#failure !== undefined) throw this.#failure
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
