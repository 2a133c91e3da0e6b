import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { writeSmallFolder } from './small-folder.ts'

const program = fileURLToPath(new URL('../../bin/eduduty.mjs', import.meta.url))
const root = temporaryFolder()

/** Runs the main job; killed after `killAfter` milliseconds when given. */
function assess(killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [program, 'assess', 'data', '--pack', 'pack', '--out', 'out', '--data', 'db'], {
    cwd: root,
    stdio: 'ignore',
  })
  if (killAfter !== undefined) void wait(killAfter).then(() => child.kill('SIGKILL'))
  return new Promise((resolve) => child.on('close', (code) => resolve(code)))
}

it('killed at any moment, leaves no half result; the database opens and the next run works', async () => {
  writeSmallFolder(root)
  for (const moment of [400, 1200, 2500]) {
    await assess(moment)
    if (existsSync(join(root, 'out')))
      expect(() => JSON.parse(readFileSync(join(root, 'out/trace.json'), 'utf8'))).not.toThrow()
  }
  expect(await assess()).toBe(0)
  expect(readdirSync(join(root, 'out'))).toEqual(expect.arrayContaining(['assessment.json', 'trace.json']))
  expect(readdirSync(root).filter((name) => name.includes('未完成'))).toEqual([])
  const db = await openDatabase({ dataDir: join(root, 'db') })
  try {
    expect(await db.run('select verdict from evaluation_runs')).toEqual([{ verdict: 'met' }])
  } finally {
    await db.close()
  }
}, 120_000)
