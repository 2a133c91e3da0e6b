// Both back ends of the formula language on random cases. Usage: node bench/formula-fuzz.mjs [cases] [seed]
// With DATABASE_URL the SQL runs on that PostgreSQL server (in a temporary table) instead of the embedded database.
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { runnerImport } from 'vite'

const cases = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? 1)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const { module } = await runnerImport('./packages/server/test/formula/differential.ts', config)

async function openDatabase(url) {
  if (!url) return new PGlite()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    exec: (sql) => client.query(sql),
    query: (sql, parameters) => client.query(sql, parameters),
    close: () => client.end(),
  }
}

const db = await openDatabase(process.env.DATABASE_URL)
const started = performance.now()
let reported = 0
const outcome = await module.runDifferential(db, {
  cases,
  seed,
  formulas: 100,
  groups: 50,
  onRound: ({ cases: done, differences }) => {
    if (done - reported < 100_000) return
    reported = done
    console.log(
      `${done} cases, ${differences.length} differences, ${Math.round((performance.now() - started) / 1000)} s`,
    )
  },
})
await db.close()
console.log(
  `cases ${outcome.cases}, formulas ${outcome.formulas}, aggregates ${outcome.aggregates} (left to JavaScript ${outcome.unsupported})`,
)
console.log(`differences ${outcome.differences.length}`)
for (const difference of outcome.differences.slice(0, 5)) console.log(JSON.stringify(difference, null, 1))
process.exitCode = outcome.differences.length === 0 ? 0 : 1
