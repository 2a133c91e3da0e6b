#!/usr/bin/env node
// Runs the compiled program; in a checkout it is compiled first when its sources have changed.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const entry = new URL('../dist/cli/main.js', import.meta.url)
const build = new URL('../../../scripts/steps/build.mjs', import.meta.url)
const exists = (place) => existsSync(fileURLToPath(place))

// An installed package has no sources and nothing to compile.
if (exists(build) && exists(new URL('../src', import.meta.url))) {
  const { buildServer } = await import(build)
  const say = () => process.stderr.isTTY && process.stderr.write('首次运行或源码有改动，正在编译…\n')
  await buildServer({ say }).catch((error) => {
    process.stderr.write(`编译没有通过：${error.message}\n`)
    if (!exists(entry)) process.exit(70)
  })
}

const { runProgram } = await import(entry)
await runProgram()
