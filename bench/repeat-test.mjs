import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../scripts/steps/run.mjs'

/** Runs a test of the suite with more repetitions than the suite has, and prints its seed. */
export async function repeatTest(name, env) {
  const settings = Object.entries(env).map(([key, value]) => `${key}=${value}`)
  process.stdout.write(`${name}: ${settings.join(' ')}\n`)
  const begun = performance.now()
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', 'server', `packages/server/test/${name}.test.ts`]
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  process.stdout.write(`${Math.round((performance.now() - begun) / 1000)} s, ${code === 0 ? '0 faults' : 'FAULTS'}\n`)
  process.exitCode = code ?? 1
}
