import { migrate } from '../../platform/db/migrate.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import type { RunCommand } from '../command.ts'
import { asItIs, withDatabase } from './open-for-command.ts'

/** `eduduty db migrate`. */
export const runMigrate: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text' })
  return withDatabase(asItIs(chooseStorage(options.text('data'), io)), async (database) => {
    const applied = await migrate(database.connections)
    io.stdout.write(
      applied.length === 0
        ? '结构已是最新，没有需要执行的变更。\n'
        : `已执行 ${applied.length} 项变更：${applied.join('、')}\n`,
    )
    return exitCodes.done
  })
}
