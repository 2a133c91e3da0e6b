import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a database of the run's PostgreSQL server; the server may still be starting. */
    postgres: string
    /** A folder for what the test files of one run make together. */
    shared: string
  }
}

/** One PostgreSQL server and one shared folder for all test files of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const shared = mkdtempSync(join(tmpdir(), 'eduduty-shared-'))
  project.provide('postgres', server.address)
  project.provide('shared', shared)
  return async () => {
    rmSync(shared, { recursive: true, force: true })
    await server.stop()
  }
}
