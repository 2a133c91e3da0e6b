/** Where a command writes: a stream of text. */
export interface Output {
  write(text: string): void
}

/**
 * The surroundings of one command. Commands never touch `process` themselves, so that tests can run them.
 * With `--json` a command writes exactly one JSON document to `stdout` and nothing else there.
 */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  /** Absolute folder that relative paths on the command line are resolved against. */
  readonly cwd: string
  /** True when stderr is a terminal: progress may rewrite its line. */
  readonly isTerminal: boolean
  /** Environment variables; DATABASE_URL chooses the storage. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The one JSON document of a command that was asked for `--json`. */
export function writeJson(io: Pick<Io, 'stdout'>, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  /** Done, and what was checked is wrong. */
  wrong: 1,
  /** Bad usage or unreadable input. */
  usage: 2,
  /** The database was written by a newer version of the program. */
  newerDatabase: 3,
  /** A bug. */
  bug: 70,
} as const
