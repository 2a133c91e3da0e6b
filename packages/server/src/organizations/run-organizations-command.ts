import { AppError } from '../platform/errors/app-error.ts'
import type { Io } from '../platform/io.ts'
import { runExportCommand } from './commands/run-export-command.ts'
import { runImportCommand } from './commands/run-import-command.ts'

/** `eduduty organizations …`. */
export async function runOrganizationsCommand(argv: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = argv
  switch (verb) {
    case 'import':
      return runImportCommand(rest, io)
    case 'export':
      return runExportCommand(rest, io)
    default: {
      const reason = verb === undefined ? '请说明要做什么' : `没有 organizations ${verb} 这个操作`
      throw new AppError('command.usage', { command: 'organizations', reason: `${reason}：import、export` })
    }
  }
}
