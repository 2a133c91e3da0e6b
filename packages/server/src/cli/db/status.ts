import type { Database } from '../../platform/db/database.ts'
import { type MigrationState, readMigrationState } from '../../platform/db/migrate.ts'
import { chooseStorage } from '../../platform/installation.ts'
import { exitCodes, writeJson } from '../../platform/io.ts'
import { parseOptions } from '../../platform/parse-options.ts'
import type { RunCommand } from '../command.ts'
import { asItIs, withDatabase } from './open-for-command.ts'

/** `eduduty db status`: exit code 1 when changes of the tables are waiting. */
export const runStatus: RunCommand = async (argv, io) => {
  const options = parseOptions('db', argv, { data: 'text', json: 'flag' })
  return withDatabase(asItIs(chooseStorage(options.text('data'), io)), async (database) => {
    const state = await readMigrationState(database.connections)
    const { kind, place, durability } = database
    const { applied, pending } = state
    if (options.has('json')) writeJson(io, { kind, place, durability, applied, pending })
    else io.stdout.write(text(database, state))
    return pending.length === 0 ? exitCodes.done : exitCodes.wrong
  })
}

function text(database: Database, state: MigrationState): string {
  const last = state.applied.at(-1)
  return [
    `数据库：${kindTitle(database)}，${database.place}`,
    `断电安全：${database.durability ? '是' : '否'}`,
    `结构：已执行 ${state.applied.length} 项变更${last === undefined ? '' : `，最近一项 ${last.name}`}`,
    state.pending.length === 0
      ? '结构已是最新。'
      : `还有 ${state.pending.length} 项变更没有执行：${state.pending.join('、')}。请先备份，再运行 eduduty db migrate。`,
    '',
  ].join('\n')
}

function kindTitle(database: Database): string {
  switch (database.kind) {
    case 'embedded':
      return '嵌入式'
    case 'memory':
      return '内存'
    case 'server':
      return '数据库服务器'
  }
}
