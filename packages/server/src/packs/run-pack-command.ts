import { AppError } from '../platform/errors/app-error.ts'
import type { Io } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { diffCommand } from './diff-command.ts'
import { exportWorkbookCommand } from './export-workbook-command.ts'
import { importWorkbookCommand } from './import-workbook-command.ts'
import { installCommand } from './install-command.ts'
import { listCommand } from './list-command.ts'
import { proveCommand } from './prove-command.ts'
import { validateCommand } from './validate-command.ts'

/** `eduduty pack list|validate|diff|prove|export-xlsx|import-xlsx|install`. Exit codes: 0 done, 1 the pack is wrong (or packs differ), 2 bad usage. */
export async function runPackCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('pack', argv, { json: 'flag', data: 'text' })
  const [verb, first, second, ...more] = options.positionals
  const json = options.has('json')
  if (verb === 'install') return installCommand(options.positionals.slice(1), options.text('data'), io)
  if (more.length === 0) {
    if (verb === 'list' && first === undefined) return listCommand(io, json)
    if (verb === 'validate' && first !== undefined && second === undefined) return validateCommand(first, io, json)
    if (verb === 'prove' && first !== undefined && second === undefined) return proveCommand(first, io, json)
    if (verb === 'export-xlsx' && first !== undefined && second !== undefined)
      return exportWorkbookCommand(first, second, io)
    if (verb === 'import-xlsx' && first !== undefined && second !== undefined)
      return importWorkbookCommand(first, second, io)
    if (verb === 'diff' && first !== undefined && second !== undefined) return diffCommand(first, second, io, json)
  }
  throw new AppError('command.usage', { command: 'pack', reason: reasonFor(verb) })
}

function reasonFor(verb: string | undefined): string {
  switch (verb) {
    case undefined:
      return '请说明要做什么：list、validate、diff、prove、export-xlsx、import-xlsx、install'
    case 'list':
      return 'list 后面不跟标准包'
    case 'validate':
      return 'validate 后面要跟一个标准包的标识或文件夹'
    case 'export-xlsx':
      return 'export-xlsx 后面要跟标准包和要写的文件'
    case 'import-xlsx':
      return 'import-xlsx 后面要跟工作簿和要写的文件夹'
    case 'prove':
      return 'prove 后面要跟一个细化包的标识或文件夹'
    case 'diff':
      return 'diff 后面要跟两个标准包的标识或文件夹：先旧后新'
    default:
      return `没有 pack ${verb} 这个操作：list、validate、diff、prove、export-xlsx、import-xlsx、install`
  }
}
