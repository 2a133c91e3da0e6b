import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate } from '../migrate.ts'
import { listMigrations, migrationsFingerprint } from '../migration-files.ts'
import { ArchivedFiles } from './archived-files.ts'
import { startEngine } from './engine.ts'
import { connectionsOf } from './engine-connections.ts'
import { onlyEngine } from './engine-keeper.ts'

/** Beside the compiled program, whether it is asked from src/ or dist/. */
const folder = fileURLToPath(new URL('../../../../dist/', import.meta.url))

/** To be raised when the archive of the same migrations is made in another way. */
const making = 2

function dumpPath(): string {
  return `${folder}migrated-${making}-${migrationsFingerprint(listMigrations())}.tar.gz`
}

/** The prepared empty database of exactly these migrations; undefined when the build has not made it. */
export function findMigratedDump(): string | undefined {
  const path = dumpPath()
  return existsSync(path) ? path : undefined
}

/** Part of the build: prepares an empty migrated database, so that a new one opens in a second. Returns its path. */
export async function writeMigratedDump(): Promise<string> {
  const path = dumpPath()
  if (existsSync(path)) return path
  const files = new ArchivedFiles()
  const engine = await startEngine({}, failStop, files)
  await migrate(connectionsOf(onlyEngine(engine)))
  // In an unused piece of log there is room: nobody who starts from here has to make the next one first.
  for (const statement of ["set wal_recycle = 'off'", 'select pg_switch_wal()', 'checkpoint'])
    await engine.run(statement, [])
  await engine.close()
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (/^migrated-.*\.tar\.gz$/.test(name)) rmSync(`${folder}${name}`, { force: true })
  }
  // Renamed into place: a reader at the same moment sees a whole file or none.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, files.archive())
  renameSync(draft, path)
  return path
}

function failStop(cause: unknown): never {
  throw cause
}
