import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder that is removed after the tests of the file; of a measurement, which runs no tests, when its program ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-test-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (process.env.VITEST === undefined) process.once('exit', remove)
  else afterAll(remove)
  return folder
}
