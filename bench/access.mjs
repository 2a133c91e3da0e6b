// Random questions of access against an independent oracle, on the invented world of two provinces in its full size.
// Usage: node bench/access.mjs [tuples] [seed]; with DATABASE_URL on that (empty) PostgreSQL database.
//
// One tuple is one person in one state, one verb, and the rows of one unit in one table that are seen, changed, removed
// or added. One request answers the tuples of all units at once (adding: ten at a time), so that there are far fewer
// requests than tuples. The same question is not asked twice in the same state of the world.
import { createServer } from 'vite'

const tuples = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? 1)
// Not runnerImport: that one is closed by the time the engine is loaded.
const loader = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
})
const module = await loader.ssrLoadModule('/packages/server/test/access/run-access-bench.ts')

let started = performance.now()
let reported = 0
const { DATABASE_URL: url } = process.env
const outcome = await module.runAccessBench({
  tuples,
  seed,
  ...(url && { url }),
  onSeeded(units, people) {
    console.log(`${units} units, ${people} people, seeded in ${Math.round((performance.now() - started) / 1000)} s`)
    started = performance.now()
  },
  onRound({ tuples: done, disagreements }) {
    if (done - reported < 200_000) return
    reported = done
    console.log(`${done} tuples, ${disagreements.length} disagreements, ${seconds()} s`)
  },
})

await loader.close()

function seconds() {
  return Math.round((performance.now() - started) / 1000)
}

console.log(
  `seed ${seed}: ${outcome.tuples} tuples in ${outcome.requests} requests, ${outcome.allowed} allowed by the oracle, ${outcome.changes} changes of state, ${seconds()} s (${Math.round((outcome.tuples / (performance.now() - started)) * 1000)} tuples/s)`,
)
console.log(`disagreements ${outcome.disagreements.length}`)
for (const disagreement of outcome.disagreements.slice(0, 10)) console.log(`  ${disagreement}`)
process.exitCode = outcome.disagreements.length === 0 ? 0 : 1
