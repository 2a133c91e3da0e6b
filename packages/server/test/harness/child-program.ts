import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface ChildProgram {
  readonly process: ChildProcess
  /** Lines written to standard output, as they come. */
  readonly lines: AsyncIterableIterator<string>
  readonly ended: Promise<number | string | null>
  errors(): string
}

/**
 * Runs JavaScript text as a module in a process of its own, from a file in `folder`; `dist` in it is the address of
 * the compiled program. `preload` runs before it, in its threads too. What it may be told comes by its standard input.
 */
export function runModule(folder: string, source: string, preload = ''): ChildProgram {
  const place = mkdtempSync(join(folder, 'program-'))
  const dist = new URL('../../dist/', import.meta.url).href
  writeFileSync(join(place, 'main.mjs'), `const dist = ${JSON.stringify(dist)}\n${source}`)
  writeFileSync(join(place, 'preload.mjs'), preload)
  const child = spawn(process.execPath, ['--import', join(place, 'preload.mjs'), join(place, 'main.mjs')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  return {
    process: child,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    ended,
    errors: () => errors,
  }
}
