import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeArchive } from '../../platform/db/transfer/write-archive.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { chooseFileFolder } from '../../platform/files/choose-file-folder.ts'
import { copyFiles, filesBeside } from '../../platform/files/copy-files.ts'
import { openFileStore } from '../../platform/files/file-store.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { createProgress } from '../../platform/progress.ts'
import type { RunCommand } from '../command.ts'
import { listed } from './files-of-backup.ts'
import { asItIs, withDatabase } from './open-for-command.ts'

/** `eduduty db backup --out FILE`: never overwrites. Evidence files are copied beside it, each once. */
export const runBackup: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', out: 'text' })
  const out = options.text('out')
  if (out === undefined) throw new AppError('command.usage', { command: 'db', reason: '请用 --out 指定备份文件' })
  const path = resolve(io.cwd, out)
  if (existsSync(path)) throw new AppError('backup.exists', { file: out })
  const progress = createProgress(io)
  const storage = chooseStorage(options.text('data'), io)
  return withDatabase(asItIs(storage), async (database) => {
    const report = await writeArchive(database.connections, path, new Date(), (_table, done, total) =>
      progress.report('备份', done, total),
    )
    progress.finish()
    io.stdout.write(`已备份到 ${out}：${report.tables} 张表，${report.rows} 行。\n`)
    const beside = filesBeside(path)
    const copied = await copyFiles(openFileStore(chooseFileFolder(storage, io)), beside)
    if (copied.files > 0)
      io.stdout.write(`佐证文件 ${copied.files} 个在旁边的 ${beside.folder}，这次新复制 ${copied.copied} 个。\n`)
    if (copied.damaged.length === 0) return exitCodes.done
    io.stdout.write(
      `有 ${copied.damaged.length} 个佐证文件已损坏，没有复制：${listed(copied.damaged)}。请从以前的备份换回，或请单位重新上传。\n`,
    )
    return exitCodes.wrong
  })
}
