import { runCommandLine } from '../../src/cli/run-command-line.ts'

export interface CommandAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one command line here, as if in `cwd`, and collects what it wrote. */
export async function runInProcess(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandAnswer> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(argv, {
    stdout: { write: (text) => void out.push(text) },
    stderr: { write: (text) => void err.push(text) },
    cwd,
    isTerminal: false,
    env,
  })
  return { code, out: out.join(''), err: err.join('') }
}
