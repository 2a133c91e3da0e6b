import { installRegisterTables, listPackIds, readPack } from '../../packs/index.ts'
import { withConnection } from '../../platform/db/connection.ts'
import type { Database } from '../../platform/db/database.ts'
import { migrate, readMigrationState } from '../../platform/db/migrate.ts'
import { applicationLogin, prepareApplicationLogin } from '../../platform/db/server/application-login.ts'
import { assertMaintainer } from '../../platform/db/server/server-role.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes, type Io } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import type { RunCommand } from '../command.ts'
import { asItIs, withDatabase } from './open-for-command.ts'

/** `eduduty db migrate`: tables, register tables of the shipped packs and, on a server, the role that serves. */
export const runMigrate: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', 'new-app-password': 'flag' })
  const storage = chooseStorage(options.text('data'), io)
  return withDatabase(asItIs(storage), async (database) => {
    const { applied: before } = await readMigrationState(database.connections)
    if (before.length > 0) await withConnection(database.connections, assertMaintainer)
    const applied = await migrate(database.connections)
    io.stdout.write(
      applied.length === 0
        ? '结构已是最新，没有需要执行的变更。\n'
        : `已执行 ${applied.length} 项变更：${applied.join('、')}\n`,
    )
    await installShippedPacks(database, io)
    if ('url' in storage) {
      const newPassword = options.has('new-app-password')
      const login = await prepareApplicationLogin(database.connections, storage.url, { newPassword })
      io.stdout.write(loginText(login.url))
    }
    return exitCodes.done
  })
}

async function installShippedPacks(database: Database, io: Io): Promise<void> {
  for (const id of listPackIds()) {
    const { loaded } = await readPack(id, io.cwd)
    if (loaded === undefined) continue
    const count = await installRegisterTables(database, loaded.pack)
    io.stdout.write(`标准包 ${id} 的 ${count} 张台账表已就绪。\n`)
  }
}

function loginText(url: string | undefined): string {
  if (url === undefined) {
    return (
      `提供服务用的登录角色 ${applicationLogin} 已有，口令不变；` +
      '口令遗失时，请运行 eduduty db migrate --new-app-password 换一个。\n'
    )
  }
  return [
    `提供服务用的登录角色 ${applicationLogin} 已就绪。它不拥有任何表，看不到范围以外的数据。`,
    '请把下面这一行设为提供服务的环境变量；口令只显示这一次，请妥善保存：',
    `DATABASE_URL=${url}`,
    '',
  ].join('\n')
}
