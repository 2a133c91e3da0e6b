import { AppError } from '../../platform/errors/app-error.ts'
import type { RunCommand } from '../command.ts'
import { runBackup } from './backup.ts'
import { runMigrate } from './migrate.ts'
import { runMove } from './move.ts'
import { runRestore } from './restore.ts'
import { runStatus } from './status.ts'
import { runVerify } from './verify.ts'

const verbs: Readonly<Record<string, RunCommand>> = {
  status: runStatus,
  migrate: runMigrate,
  backup: runBackup,
  restore: runRestore,
  verify: runVerify,
  move: runMove,
}

/** `eduduty db …`. */
export const runDbCommand: RunCommand = async (argv, io) => {
  const [verb, ...rest] = argv
  const run = verb === undefined ? undefined : verbs[verb]
  if (verb === 'distribute') {
    throw new AppError('command.usage', { command: 'db', reason: '按县分布存储尚未提供，请先使用单台数据库服务器' })
  }
  if (run === undefined) {
    const reason = verb === undefined ? '请说明要做什么' : `没有 db ${verb} 这个操作`
    throw new AppError('command.usage', { command: 'db', reason: `${reason}：${Object.keys(verbs).join('、')}` })
  }
  return run(rest, io)
}
