import { toAppError } from '../platform/errors/to-app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { programVersion } from '../platform/version.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, programHelp } from './help.ts'
import { refuseFileError } from './refuse-file-error.ts'

/** Runs one command line; returns its exit code and never throws. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    return reportError(error, argv.includes('--json'), io)
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${programVersion()}\n`)
    return exitCodes.done
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(rest[0], io)
  const command = findCommand(name)
  if (command === undefined) return unknownCommand(name, io)
  if (rest.includes('--help') || rest.includes('-h')) return help(name, io)
  const run = await command.load()
  return run(rest, io)
}

function help(name: string | undefined, io: Io): number {
  const command = name === undefined ? undefined : findCommand(name)
  if (name !== undefined && command === undefined) return unknownCommand(name, io)
  io.stdout.write(command === undefined ? programHelp(commands) : commandHelp(command))
  return exitCodes.done
}

function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name)
}

function unknownCommand(name: string, io: Io): number {
  const names = commands.map((command) => command.name).join('、')
  io.stderr.write(`没有“${name}”这个命令。可用的命令：${names}。\n运行 eduduty --help 查看说明。\n`)
  return exitCodes.usage
}

function reportError(error: unknown, json: boolean, io: Io): number {
  const known = refuseFileError(error) ?? toAppError(error)
  if (json) {
    const { code, message, advice } = known
    writeJson(io, { error: { code, message, advice } })
  }
  io.stderr.write(`${known.message}\n${known.advice}\n`)
  // A path or argument explains a refusal; only a bug needs the place in the program.
  if (known.exit === exitCodes.bug) io.stderr.write(shortStack(known.cause ?? error))
  return known.exit
}

function shortStack(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${stack.split('\n').slice(0, 6).join('\n')}\n`
}
