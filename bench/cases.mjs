// Cases of children out of school: three years of them in memory, steps on the embedded engine, and a sweep of a million
// time limits. Usage: node bench/cases.mjs [cases] [steps] [clocks]; the sweep runs with DATABASE_URL on that (empty,
// migrated by this program) PostgreSQL database.
//
// Three years hold days worked instead of others, pauses, extensions, an outage of thirty days and a day on which the
// machine's clock is ten days late. What a sample of the cases did is compared with counting day by day, which shares no
// code with the program.
import { createServer } from 'vite'

const cases = Number(process.argv[2] ?? 100_000)
const steps = Number(process.argv[3] ?? 300)
const clocks = Number(process.argv[4] ?? 1_000_000)
const loader = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
})
const bench = await loader.ssrLoadModule('/packages/server/test/enrolment/run-cases-bench.ts')
const seconds = (ms) => (ms / 1000).toFixed(1)

if (cases > 0) {
  const { lives, differing, doubled, lost, escalated, fired, ms, ...more } = await bench.benchFastForward(cases, 2000)
  console.log(
    `three years of ${cases} cases: ${more.steps} steps, ${fired} things done (${escalated} escalations) in ${seconds(ms)} s (bar 60 s)`,
  )
  console.log(`done twice ${doubled}, cases without owner or time limit ${lost}`)
  console.log(`of ${lives} time limits of 2,000 cases ${differing} differ from counting day by day`)
}
if (steps > 0) {
  const took = await bench.benchSteps(steps)
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(1)
  console.log(
    `${steps} steps, embedded, whole requests: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (bar 50 ms), p99 ${at(0.99)} ms`,
  )
}
const { DATABASE_URL: url } = process.env
if (url && clocks > 0) {
  const { fired, ms, again, againMs } = await bench.benchSweep(url, clocks, Math.round(clocks / 100))
  console.log(
    `sweep of ${clocks} running time limits, ${fired} due: ${seconds(ms)} s (bar 5 s); again: ${again} done in ${seconds(againMs)} s`,
  )
}
await loader.close()
