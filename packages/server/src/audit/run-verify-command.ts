import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { VerifyReport } from '@eduduty/core/audit'
import { checkpointFileName } from '../platform/audit/open-checkpoints.ts'
import { verifyLog } from '../platform/audit/verify-log.ts'
import { confinedQueries, everywhere } from '../platform/db/confined.ts'
import type { Database } from '../platform/db/database.ts'
import { openMemory } from '../platform/db/embedded/open-memory.ts'
import { readMigrationState } from '../platform/db/migrate.ts'
import { openDatabase } from '../platform/db/open-database.ts'
import { restoreArchive } from '../platform/db/transfer/restore-archive.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { chooseAudit, chooseKeyFile, chooseStorage, type StorageChoice } from '../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import { type ParsedOptions, parseOptions } from '../platform/parse-options.ts'
import { createProgress, type Progress } from '../platform/progress.ts'
import { readKeyring } from './read-keyring.ts'
import { reportText } from './report-text.ts'

const pageRows = 5_000

/** `eduduty audit verify [FILE.zip]`: exit code 0 nothing wrong, 1 something is, 2 unreadable. */
export async function runVerifyCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('audit', argv, { data: 'text', keys: 'text', checkpoints: 'text', json: 'flag' })
  const storage = chooseStorage(options.text('data'), io)
  const keyFile = chooseKeyFile(options.text('keys'), storage, io)
  const keyring = readKeyring(keyFile)
  const file = checkpointFile(options, keyFile, io)
  const progress = createProgress(io, { json: options.has('json') })
  const db = await openForVerifying(options.positionals[0], storage, io, progress)
  try {
    await recogniseKeys(db, keyring)
    const report = await verifyLog({
      db: confinedQueries(db.connections, everywhere),
      keyring,
      checkpoints: file,
      pageRows,
      report: (done, total) => progress.report('核验审计链', done, total),
    })
    progress.finish()
    writeReport(report, { place: db.place, file, json: options.has('json') }, io)
    return report.ok ? exitCodes.done : exitCodes.wrong
  } finally {
    await db.close()
  }
}

/** A file that was named must be there; the usual one may not be, and then that is what is found. */
function checkpointFile(options: ParsedOptions, keyFile: string, io: Io): string {
  const named = options.text('checkpoints')
  if (named === undefined) return join(chooseAudit(io).sink ?? dirname(keyFile), checkpointFileName)
  const file = resolve(io.cwd, named)
  if (!existsSync(file)) throw new AppError('audit.checkpoints_unreadable', { file: named, reason: '没有这个文件' })
  return file
}

/** The database as it is, or a backup file loaded into memory. */
async function openForVerifying(
  archive: string | undefined,
  storage: StorageChoice,
  io: Io,
  progress: Progress,
): Promise<Database> {
  if (archive === undefined) return openUnchanged(storage)
  const db = await openMemory()
  try {
    await restoreArchive(resolve(io.cwd, archive), archive, db.connections, (_table, done, total) =>
      progress.report('读取备份', done, total),
    )
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function openUnchanged(storage: StorageChoice): Promise<Database> {
  const unchanged = { ...storage, migrate: false }
  const db = await openDatabase('url' in unchanged ? unchanged : { ...unchanged, mustExist: true })
  const { pending } = await readMigrationState(db.connections)
  if (pending.length === 0) return db
  await db.close()
  throw new AppError('database.outdated', { count: pending.length })
}

/** With the keys of another installation every code would look wrong. */
async function recogniseKeys(db: Database, keyring: Keyring): Promise<void> {
  const known = await confinedQueries(db.connections, everywhere)
    .kysely.selectFrom('platform_keys')
    .select(['key_id', 'fingerprint'])
    .execute()
  const strange = known.find(
    ({ key_id, fingerprint }) => !keyring.ids.includes(key_id) || keyring.fingerprint(key_id) !== fingerprint,
  )
  if (strange !== undefined) throw new AppError('keys.wrong', { id: strange.key_id })
}

function writeReport(report: VerifyReport, from: { place: string; file: string; json: boolean }, io: Io): void {
  if (from.json) writeJson(io, { ...report, database: from.place, checkpoint_file: from.file })
  else io.stdout.write(reportText(report, from.file))
}
