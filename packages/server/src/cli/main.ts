import { exitCodes, type Io } from '../platform/io.ts'
import { closeOpenResources, isServing } from '../platform/open-resources.ts'
import { runCommandLine } from './run-command-line.ts'

/** Runs the program on the process's own arguments and streams. */
export async function runProgram(): Promise<void> {
  process.on('SIGINT', () => void stop(130))
  process.on('SIGTERM', () => void stop(143))
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    isTerminal: process.stderr.isTTY === true,
    env: process.env,
  }
  // A reader that closed the pipe (| head) is no error of ours.
  process.stdout.on('error', () => undefined)
  process.exitCode = await runCommandLine(process.argv.slice(2), io)
}

let stoppingSince: number | undefined

async function stop(exitCode: number): Promise<void> {
  if (stoppingSince !== undefined) {
    // Terminal and npx both pass on one Ctrl+C; a later one is a person who does not want to wait.
    if (performance.now() - stoppingSince > 1_000) process.exit(exitCode)
    return
  }
  stoppingSince = performance.now()
  const code = isServing() ? exitCodes.done : exitCode
  await closeOpenResources()
  process.exit(code)
}
