import type { Io } from './io.ts'

/** Reports how far a long command has come. `total` 0 = not known yet. */
export interface Progress {
  /** `label` is Chinese, e.g. 读取工作簿; `done` of `total` steps. */
  report(label: string, done: number, total: number): void
  /** Ends the line; call before anything else is printed. */
  finish(): void
}

export const silentProgress: Progress = { report() {}, finish() {} }

/**
 * Progress on stderr: one rewritten line with per cent on a terminal, one plain line per label elsewhere.
 * Silent when `json` is set.
 */
export function createProgress(io: Io, options: { readonly json?: boolean } = {}): Progress {
  if (options.json === true) return silentProgress
  return io.isTerminal ? terminalProgress(io) : plainProgress(io)
}

function terminalProgress(io: Io): Progress {
  let shown = ''
  return {
    report(label, done, total) {
      const line = progressLine(label, done, total)
      if (line === shown) return
      io.stderr.write(`\r\u001b[2K${line}`)
      shown = line
    },
    finish() {
      if (shown !== '') io.stderr.write('\r\u001b[2K')
      shown = ''
    },
  }
}

function plainProgress(io: Io): Progress {
  let label = ''
  return {
    report(next) {
      if (next === label) return
      io.stderr.write(`${next}…\n`)
      label = next
    },
    finish() {
      label = ''
    },
  }
}

function progressLine(label: string, done: number, total: number): string {
  if (total <= 0) return `${label}…`
  const percent = Math.min(100, Math.floor((done / total) * 100))
  return `${label} ${percent}%（${done}/${total}）`
}
