import { buildServer } from './steps/build.mjs'
import { installPackages } from './steps/install.mjs'
import { main } from './steps/run.mjs'

await main(async () => {
  await installPackages()
  await buildServer()
  // The checks stand on packages, which a fresh clone has only now.
  const { runChecks } = await import('./checks/run-checks.mjs')
  const { passed, failed } = await runChecks()
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
})
