import { dirname, resolve } from 'node:path'
import { openCheckpoints } from '../../platform/audit/open-checkpoints.ts'
import { recordRestore } from '../../platform/audit/record-restore.ts'
import type { Database } from '../../platform/db/database.ts'
import { assertKeys } from '../../platform/db/transfer/assert-keys.ts'
import { assertSpace } from '../../platform/db/transfer/assert-space.ts'
import { restoreArchive } from '../../platform/db/transfer/restore-archive.ts'
import { verifyArchive } from '../../platform/db/transfer/verify-archive.ts'
import { createDoor } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { chooseFileFolder } from '../../platform/files/choose-file-folder.ts'
import { copyFiles, filesBeside, type WantedFiles } from '../../platform/files/copy-files.ts'
import { type FileStore, openFileStore } from '../../platform/files/file-store.ts'
import { chooseAudit, chooseKeyFile, chooseStorage } from '../../platform/installation.ts'
import { exitCodes, type Io } from '../../platform/io.ts'
import { openKeyring } from '../../platform/keys/keyring.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { createProgress } from '../../platform/progress.ts'
import type { RunCommand } from '../command.ts'
import { checkWanted, filesOfBackup, listed } from './files-of-backup.ts'
import { withDatabase } from './open-for-command.ts'

/** Rows take more room in tables with indexes, and again in the log, than as text. */
const roomPerByte = 4
const emptyDatabase = 100 * 1024 * 1024

/** `eduduty db restore FILE`: into an empty database only. Everything that can be wrong is found before anything is written. */
export const runRestore: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', keys: 'text' })
  const [file] = options.positionals
  if (file === undefined) throw new AppError('command.usage', { command: 'db', reason: '请给出要恢复的备份文件' })
  const path = resolve(io.cwd, file)
  const storage = chooseStorage(options.text('data'), io)
  const keyFile = chooseKeyFile(options.text('keys'), storage, io)
  const manifest = await verifyArchive(path, file)
  assertKeys(manifest, keyFile, file)
  const files = openFileStore(chooseFileFolder(storage, io))
  const wanted = await filesOfBackup(path, file, manifest.tables)
  const missing = await assertFiles(filesBeside(path), wanted)
  if ('dataDir' in storage) assertSpace(storage.dataDir, manifest.bytes * roomPerByte + emptyDatabase)
  const progress = createProgress(io)
  return withDatabase(storage, async (database) => {
    // The files first: a row never stands without its file.
    const copied = await putBack(path, files, wanted)
    const report = await restoreArchive(path, file, database.connections, (_table, done, total) =>
      progress.report('恢复', done, total),
    )
    progress.finish()
    if (manifest.keys.length > 0) await record(database, keyFile, `${file}，建立于 ${manifest.created_at}`, io)
    io.stdout.write(`已从 ${file} 恢复到 ${database.place}：${report.tables} 张表，${report.rows} 行，内容核对一致。\n`)
    if (copied > 0) io.stdout.write(`佐证文件 ${copied} 个也已放回。\n`)
    if (missing.length > 0)
      io.stdout.write(
        `备份里少了佐证文件 ${missing.length} 个：${listed(missing)}。用到它们的材料在夜里巡检后标为损坏，请重新上传。\n`,
      )
    return exitCodes.done
  })
}

/** Gives what is missing. Errors: `backup.files_damaged`. */
async function assertFiles(beside: FileStore, wanted: WantedFiles): Promise<readonly string[]> {
  const { missing, damaged } = await checkWanted(beside, wanted)
  if (damaged.length > 0) throw new AppError('backup.files_damaged', { files: damaged.length, named: listed(damaged) })
  return missing
}

/** Gives how many are in place; each was held against its name on the way. Errors: `backup.files_damaged`, `files.no_space`. */
async function putBack(path: string, files: FileStore, wanted: WantedFiles): Promise<number> {
  if (wanted.size === 0) return 0
  const { files: found, damaged } = await copyFiles(filesBeside(path), files, wanted)
  if (damaged.length > 0) throw new AppError('backup.files_damaged', { files: damaged.length, named: listed(damaged) })
  return found
}

/** Going back in time is itself something that the auditor must find. */
async function record(db: Database, keyFile: string, subject: string, io: Io): Promise<void> {
  const { sink = dirname(keyFile), macProfile = 'sha256' } = chooseAudit(io)
  const keyring = openKeyring(keyFile, new Date())
  const checkpoints = openCheckpoints(sink, keyring)
  const door = createDoor({ db, clock: () => new Date(), auditLog: { keyring, checkpoints, macProfile } })
  await recordRestore(db, door, subject)
  await checkpoints.close()
}
