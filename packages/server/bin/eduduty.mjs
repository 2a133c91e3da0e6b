#!/usr/bin/env node
// Runs the compiled program; compiles it first when it is absent or older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const server = join(dirname(fileURLToPath(import.meta.url)), '..')
const core = join(server, '../core')
const entry = join(server, 'dist/cli/main.js')

/** Time of the newest file below a folder; 0 when there is none (an installed package ships no sources). */
function newest(folder) {
  if (!existsSync(folder)) return 0
  let time = 0
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    time = Math.max(time, item.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return time
}

function builtAt(folder) {
  const record = join(folder, 'tsconfig.tsbuildinfo')
  return existsSync(record) ? statSync(record).mtimeMs : 0
}

function outdated() {
  if (!existsSync(join(server, 'src'))) return false
  if (!existsSync(entry)) return true
  return newest(join(server, 'src')) > builtAt(server) || newest(join(core, 'src')) > builtAt(core)
}

if (outdated()) {
  if (process.stderr.isTTY) process.stderr.write('首次运行或源码有改动，正在编译…\n')
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  // Without its output the compiler's record alone would pass for an up-to-date build.
  const force = existsSync(entry) && existsSync(join(core, 'dist')) ? [] : ['--force']
  const built = spawnSync(process.execPath, [compiler, '-b', server, ...force], { encoding: 'utf8' })
  if (built.status !== 0) {
    process.stderr.write(`编译没有通过：\n${built.stdout}${built.stderr}`)
    if (!existsSync(entry)) process.exit(70)
  }
  // Only saves time later: without it every new database is made from nothing.
  spawnSync(process.execPath, [join(server, 'bin/prepare-database.mjs')], { stdio: 'ignore' })
}

const { runProgram } = await import(entry)
await runProgram()
