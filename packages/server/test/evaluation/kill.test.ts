import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { writeSmallFolder } from './small-folder.ts'

/** More kills on demand: KILLS=10 npx vitest run … */
const kills = Number(process.env.KILLS ?? 2)
const program = fileURLToPath(new URL('../../bin/eduduty.mjs', import.meta.url))
const root = temporaryFolder()
vi.setConfig({ testTimeout: 120_000 + kills * 30_000 })

/** Runs the main job; killed after `killAfter` milliseconds when given. */
async function assess(out: string, data: string, killAfter?: number): Promise<number | null> {
  const args = ['assess', 'data', '--pack', 'pack', '--out', out, '--data', data]
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  if (killAfter !== undefined) {
    await wait(killAfter)
    child.kill('SIGKILL')
  }
  return ended
}

/** Names of the files of a result; every document in it can be read to its end. */
function wholeResult(out: string): readonly string[] {
  for (const name of ['assessment.json', 'trace.json']) JSON.parse(readFileSync(join(root, out, name), 'utf8'))
  return readdirSync(join(root, out)).toSorted()
}

it('killed at any moment, leaves no half result; the database opens and the next run works', async () => {
  writeSmallFolder(root)
  const begun = performance.now()
  expect(await assess('undisturbed', 'other-db')).toBe(0)
  const duration = performance.now() - begun
  const whole = wholeResult('undisturbed')
  for (let kill = 0; kill < kills; kill += 1) {
    await assess('out', 'db', ((kill + Math.random()) / kills) * duration)
    if (existsSync(join(root, 'out'))) expect(wholeResult('out')).toEqual(whole)
  }
  expect(await assess('out', 'db')).toBe(0)
  expect(wholeResult('out')).toEqual(whole)
  expect(readdirSync(root).filter((name) => name.includes('未完成'))).toEqual([])
  const db = await openDatabase({ dataDir: join(root, 'db') })
  try {
    expect(await db.run('select verdict from evaluation_runs')).toEqual([{ verdict: 'met' }])
  } finally {
    await db.close()
  }
})
