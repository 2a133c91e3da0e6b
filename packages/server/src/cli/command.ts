import type { Io } from '../platform/io.ts'

export type RunCommand = (argv: readonly string[], io: Io) => Promise<number>

/** One word after `eduduty`. Its code is loaded only when it runs. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Lines of the help text, without `eduduty`. */
  readonly usage: readonly string[]
  load(): Promise<RunCommand>
}
