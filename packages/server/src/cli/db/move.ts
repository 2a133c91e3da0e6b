import { moveDatabase } from '../../platform/db/transfer/move-database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { chooseKeyFile, chooseStorage } from '../../platform/installation.ts'
import { exitCodes } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import { createProgress } from '../../platform/progress.ts'
import type { RunCommand } from '../command.ts'
import { withDatabase } from './open-for-command.ts'

/** `eduduty db move --to URL`: the source stays as it is. */
export const runMove: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', to: 'text', keys: 'text' })
  const url = options.text('to')
  if (url === undefined || !/^postgres(ql)?:\/\//.test(url)) {
    throw new AppError('command.usage', { command: 'db', reason: '请用 --to postgres://… 指定目标数据库' })
  }
  const source = chooseStorage(options.text('data') ?? 'data', io)
  if (!('dataDir' in source)) throw new AppError('command.usage', { command: 'db', reason: '来源须是嵌入式数据库' })
  const progress = createProgress(io)
  // The source is brought up to date first, so that both sides have the same tables.
  return withDatabase({ ...source, mustExist: true }, (from) =>
    withDatabase({ url }, async (to) => {
      const report = await moveDatabase(from.connections, to.connections, to.place, (_table, done, total) =>
        progress.report('搬迁', done, total),
      )
      progress.finish()
      io.stdout.write(
        `已搬到 ${to.place}：${report.tables} 张表，${report.rows} 行，内容核对一致。\n` +
          '原数据目录没有改动。密钥没有搬：提供服务时请继续用原来的密钥文件（--keys 或 EDUDUTY_KEYS）：\n' +
          `  ${chooseKeyFile(options.text('keys'), source, io)}\n` +
          '接着请用目标数据库所有者的登录运行 eduduty db migrate，得到提供服务用的 DATABASE_URL，并停用原目录。\n',
      )
      return exitCodes.done
    }),
  )
}
