import { runChecks } from './checks/run-checks.mjs'
import { buildServer } from './steps/build.mjs'
import { installPackages } from './steps/install.mjs'
import { main } from './steps/run.mjs'

await main(async () => {
  await installPackages()
  await buildServer()
  const { passed, failed } = await runChecks()
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
})
