import { type ParseArgsConfig, parseArgs } from 'node:util'
import { AppError } from './errors/app-error.ts'

type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>

export interface ParsedOptions {
  /** Value of a text option; undefined when not given. */
  text(name: string): string | undefined
  has(name: string): boolean
  readonly positionals: readonly string[]
}

/** Reads the arguments of one command. Errors are AppError `command.usage`, in Chinese, naming the argument. */
export function parseOptions(command: string, argv: readonly string[], kinds: OptionKinds): ParsedOptions {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, kind] of Object.entries(kinds)) options[name] = { type: kind === 'text' ? 'string' : 'boolean' }
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const texts = new Map<string, string>()
  const flags = new Set<string>()
  for (const token of tokens ?? []) {
    if (token.kind !== 'option') continue
    const kind = kinds[token.name]
    if (kind === undefined) throw usage(command, `不认识的选项 ${token.rawName}`)
    if (kind === 'flag') flags.add(token.name)
    else if (token.value === undefined || token.value === '') throw usage(command, `选项 ${token.rawName} 缺少值`)
    else texts.set(token.name, token.value)
  }
  return {
    text: (name) => texts.get(name),
    has: (name) => flags.has(name) || texts.has(name),
    positionals,
  }
}

function usage(command: string, reason: string): AppError {
  return new AppError('command.usage', { command, reason })
}
