import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll } from 'vitest'

const program = fileURLToPath(new URL('../../../server/bin/eduduty.mjs', import.meta.url))

/** Starts the program itself, with the units and people of the demo county, for one test file. Gives its address. */
export function serveGround(): () => string {
  let folder = ''
  let server: ChildProcess | undefined
  let address = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eduduty-ground-'))
    const data = join(folder, 'data')
    await promisify(execFile)(process.execPath, [program, 'demo', '--staff', '--data', data])
    const started = spawn(process.execPath, [program, 'serve', '--data', data, '--demo', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    server = started
    address = await addressOf(started)
  })
  afterAll(async () => {
    if (server?.exitCode === null && server.kill('SIGTERM')) await once(server, 'close')
    await rm(folder, { recursive: true, force: true })
  })
  return () => address
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
