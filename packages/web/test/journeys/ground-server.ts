import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, inject } from 'vitest'

const program = fileURLToPath(new URL('../../../server/bin/eduduty.mjs', import.meta.url))

/**
 * Starts the program itself, with the units and people of the demo county, for one test file. Gives its address. `more`:
 * what else of the demo is put into its data before.
 */
export function serveGround(more: readonly ('--appraisal' | '--collection')[] = []): () => string {
  let folder = ''
  let server: ChildProcess | undefined
  let address = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eduduty-ground-'))
    await cp(await seededGround(), folder, { recursive: true })
    for (const part of more)
      await promisify(execFile)(process.execPath, [program, 'demo', part, '--data', join(folder, 'data')])
    const started = spawn(
      process.execPath,
      [program, 'serve', '--data', join(folder, 'data'), '--demo', '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    server = started
    address = await addressOf(started)
  })
  afterAll(async () => {
    if (server?.exitCode === null && server.kill('SIGTERM')) await once(server, 'close')
    await rm(folder, { recursive: true, force: true })
  })
  return () => address
}

/** A folder with the data and the keys of the county: the first test file that asks makes it, the others copy it. */
async function seededGround(): Promise<string> {
  const [made, draft] = [join(inject('ground'), 'made'), join(inject('ground'), 'draft')]
  if (isFirst(draft)) {
    await promisify(execFile)(process.execPath, [program, 'demo', '--staff', '--data', join(draft, 'data')])
    await rename(draft, made)
  }
  while (!existsSync(made)) await wait(100)
  return made
}

/** Making a folder succeeds for one process only; the maker renames it when it is whole. */
function isFirst(draft: string): boolean {
  try {
    mkdirSync(join(inject('ground'), 'begun'))
    mkdirSync(draft)
    return true
  } catch {
    return false
  }
}

/** The address that the program says once it answers. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk)
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
    if (found !== null) return found[0]
  }
  throw new Error(`the program ended without an address: ${said}`)
}
