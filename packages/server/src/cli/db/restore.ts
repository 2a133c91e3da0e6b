import { resolve } from 'node:path'
import { restoreArchive } from '../../platform/db/transfer/restore-archive.ts'
import { verifyArchive } from '../../platform/db/transfer/verify-archive.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { createProgress } from '../../platform/progress.ts'
import type { RunCommand } from '../command.ts'
import { withDatabase } from './open-for-command.ts'

/** `eduduty db restore FILE`: into an empty database only. */
export const runRestore: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text' })
  const [file] = options.positionals
  if (file === undefined) throw new AppError('command.usage', { command: 'db', reason: '请给出要恢复的备份文件' })
  const path = resolve(io.cwd, file)
  // A damaged file must not leave a new empty database behind.
  await verifyArchive(path, file)
  const progress = createProgress(io)
  return withDatabase(chooseStorage(options.text('data'), io), async (database) => {
    const report = await restoreArchive(path, file, database.connections, (_table, done, total) =>
      progress.report('恢复', done, total),
    )
    progress.finish()
    io.stdout.write(`已从 ${file} 恢复到 ${database.place}：${report.tables} 张表，${report.rows} 行，内容核对一致。\n`)
    return exitCodes.done
  })
}
