import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { startFixtureServer } from './fixture/fixture-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server that the journeys walk through. */
    url: string
    /** Folder of the built page. */
    dist: string
    /** A folder for what the journeys of one run make together. */
    ground: string
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** Builds the page when its sources are newer, and serves it on made-up data, unless EDUDUTY_TEST_URL names a real server. */
export async function setup(project: TestProject): Promise<() => void> {
  const sources = await Promise.all([newest(join(root, 'src')), newest(join(root, 'index.html'))])
  if (Math.max(...sources) > (await newest(dist))) await buildPage()
  project.provide('dist', dist)
  const ground = await mkdtemp(join(tmpdir(), 'eduduty-journeys-'))
  project.provide('ground', ground)
  const removeGround = (): void => rmSync(ground, { recursive: true, force: true })
  const given = process.env.EDUDUTY_TEST_URL
  if (given !== undefined && given !== '') {
    project.provide('url', given.replace(/\/$/, ''))
    return removeGround
  }
  const { url, server } = await startFixtureServer({ dist })
  project.provide('url', url)
  return () => {
    server.closeAllConnections()
    server.close()
    removeGround()
  }
}

/** In a process of its own: inside the test runner NODE_ENV is `test`, and libraries would be built for development. */
async function buildPage(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Time of the last change below a path; 0 where there is nothing. */
async function newest(path: string): Promise<number> {
  const entry = await stat(path).catch(() => undefined)
  if (entry === undefined) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  const names = await readdir(path)
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))))
}
