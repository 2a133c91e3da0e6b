import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer } from './steps/build.mjs'
import { installPackages } from './steps/install.mjs'
import { main, root, run } from './steps/run.mjs'

/** Runs all benchmarks of bench/, or those whose names contain a given word. They print ratios and never gate tests. */
await main(async () => {
  await installPackages()
  await buildServer()
  const wanted = process.argv[2] ?? ''
  const names = readdirSync(join(root, 'bench')).filter((name) => /^[a-z].*\.mjs$/.test(name) && name.includes(wanted))
  for (const name of names.toSorted()) {
    process.stdout.write(`\n== ${name}\n`)
    await run('node', ['--expose-gc', join(root, 'bench', name)])
  }
})
