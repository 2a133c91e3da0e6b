import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServer, buildWeb } from './steps/build.mjs'
import { installPackages, installTestPrograms } from './steps/install.mjs'
import { main, root, run } from './steps/run.mjs'

await main(async () => {
  const counts = []
  try {
    await installPackages()
    await installTestPrograms()
    await buildServer()
    // The checks stand on packages, which a fresh clone has only now.
    const { runChecks } = await import('./checks/run-checks.mjs')
    // One check at a time leaves a core idle: the tests begin beside them.
    const checking = runChecks()
    checking.catch(() => {})
    await buildWeb()
    counts.push(await runTests())
    counts.push(await checking)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    counts.push({ passed: 0, failed: 1 })
  }
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
})

/** Runs every test; a file that could not run, and a run that broke off, count as one failure each. */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-tests-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await run('node', [vitest, 'run', ...reporters], { allow: [0, 1] })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length
    const failed = numFailedTests + brokenFiles
    return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
