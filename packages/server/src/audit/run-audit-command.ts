import { AppError } from '../platform/errors/app-error.ts'
import type { Io } from '../platform/io.ts'
import { runPublicKeyCommand } from './run-public-key-command.ts'
import { runVerifyCommand } from './run-verify-command.ts'

/** `eduduty audit …`. */
export async function runAuditCommand(argv: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = argv
  switch (verb) {
    case 'verify':
      return runVerifyCommand(rest, io)
    case 'public-key':
      return runPublicKeyCommand(rest, io)
    default: {
      const reason = verb === undefined ? '请说明要做什么' : `没有 audit ${verb} 这个操作`
      throw new AppError('command.usage', { command: 'audit', reason: `${reason}：verify、public-key` })
    }
  }
}
