import { parseArgs } from 'node:util'
import { exitCodes, type Io } from '../platform/io.ts'
import { diffCommand } from './diff-command.ts'
import { listCommand } from './list-command.ts'
import { validateCommand } from './validate-command.ts'

const usage = `用法：
  eduduty pack list [--json]              列出已安装的标准包
  eduduty pack validate 文件夹或ID [--json]  检查一个标准包，指出每处错误
  eduduty pack diff 旧包 新包 [--json]      用文字和数字说明两个标准包的差别
`

/** `eduduty pack list|validate|diff`. Exit codes: 0 done, 1 the pack is wrong (or packs differ), 2 bad usage. */
export async function runPackCommand(argv: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = argv
  const parsed = readArguments(rest)
  if (parsed === undefined || verb === undefined) return refuse(io)
  const { names, json } = parsed
  const [first, second] = names
  if (verb === 'list' && names.length === 0) return listCommand(io, json)
  if (verb === 'validate' && first !== undefined && names.length === 1) return validateCommand(first, io, json)
  if (verb === 'diff' && first !== undefined && second !== undefined && names.length === 2)
    return diffCommand(first, second, io, json)
  return refuse(io)
}

function readArguments(args: readonly string[]): { names: readonly string[]; json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    return { names: positionals, json: values.json ?? false }
  } catch {
    return undefined
  }
}

function refuse(io: Io): number {
  io.stderr.write(usage)
  return exitCodes.usage
}
