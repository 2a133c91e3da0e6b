// The exact pass of a comparison: rows of one register that another lacks, by blind index, beside the bare anti-join on plain
// keys of the same tables, on a PostgreSQL that it starts and ends itself. Bar: at most 1.5 times, and the same for both as the
// application runs them, under its role and with its row access.
// Run, after node scripts/build.mjs: node bench/match-sql.mjs [rows]; with --embedded on the embedded engine.
import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { runnerImport } from 'vite'
import { passExact } from '../packages/server/dist/enrolment/matching/exact-pass.js'
import { confinedTransaction } from '../packages/server/dist/platform/db/confined.js'
import { openMemory } from '../packages/server/dist/platform/db/embedded/open-memory.js'
import { createRegisterTables } from '../packages/server/dist/platform/db/registers/create-register-tables.js'
import { openServer } from '../packages/server/dist/platform/db/server/open-server.js'

const isEmbedded = process.argv.includes('--embedded')
const ROWS = Number(process.argv.slice(2).find((text) => /^\d+$/.test(text)) ?? (isEmbedded ? 100_000 : 1_000_000))
const ROUNDS = 5
const COUNTY = '990101'
const PLACE = '99/9901/990101/'
const columns = [
  { id: 'child_no', title: '编号', type: 'text', dimension: 'child' },
  { id: 'child_name', title: '姓名', type: 'text', personal: 'name' },
  { id: 'id_number', title: '身份证号', type: 'text', personal: 'identity' },
  { id: 'plain', title: '号码', type: 'text' },
]
const register = (id) => ({ id, title: id, row_is: '一名儿童', period: '学年', reporter: '乡镇', columns })

const server = isEmbedded ? undefined : await startServer()
const db = server === undefined ? await openMemory({}) : await server.open()
const tables = await createRegisterTables(db, `bench-${Date.now() % 100000}`, [
  register('left_side'),
  register('right_side'),
])

const hex = (text) => createHash('sha256').update(text).digest('hex')
async function fill(table, from) {
  const submission = `s-${table.slice(-20)}`
  await db.run(
    `insert into collection_submissions (county_code, submission_id, pack_id, register, unit_code, year, status, org_path, created_at)
     values ($1, $2, 'bench', 'bench', $2, 2025, 'submitted', $3, now())`,
    [COUNTY, submission, PLACE],
  )
  function* rows() {
    for (let at = 0; at < ROWS; at += 1) {
      const number = String(99_0101_2010_0000_000 + from + at).padStart(18, '0')
      // As long as a sealed number is.
      yield [
        COUNTY,
        2025,
        PLACE,
        submission,
        String(at),
        '王小明',
        `${hex(number)}:v1.aes.k1.${hex(`${at}`).slice(0, 16)}.${hex(number).slice(0, 24)}.${hex(`t${at}`).slice(0, 22)}`,
        number,
      ]
    }
  }
  await db.loadRows(
    table,
    ['county_code', 'year', 'org_path', 'submission_id', 'child_no', 'child_name', 'id_number', 'plain'],
    rows(),
  )
  // As a server does by itself within a minute of so many rows, and the embedded engine at night: counting by an index rests on it.
  await db.run(`vacuum (analyze) ${table}`)
  return submission
}

const left = tables.get('left_side')
const right = tables.get('right_side')
const [leftSubmission, rightSubmission] = [await fill(left, 0), await fill(right, Math.round(ROWS * 0.015))]
const side = (id, table, submission) => ({
  side: { register: id, keys: { identity: 'id_number' } },
  counted: {
    table: { name: table, register: register(id), types: new Map(), indexed: new Set(['id_number']) },
    year: 2025,
    submissionIds: [submission],
    owing: [],
  },
  where: 'true',
})
const found = side('left_side', left, leftSubmission)
const others = [side('right_side', right, rightSubmission)]

const bare = `select l.row_no from ${left} l where l.county_code = '${COUNTY}'
  and not exists (select from ${right} r where r.county_code = '${COUNTY}' and r.plain = l.plain)`
const pass = (queries) => passExact(queries, { county: COUNTY, found, others, match: { exact: ['identity'] } })
const confined = (work) => confinedTransaction(db.connections, [PLACE], work)
const ways = {
  bare: () => db.run(bare),
  pass: () => db.transaction(pass),
  confinedBare: () => confined((queries) => queries.run(bare)),
  confinedPass: () => confined(pass),
}
const times = new Map(Object.keys(ways).map((name) => [name, []]))
for (let round = 0; round <= ROUNDS; round += 1) {
  const counts = new Set()
  for (const [name, work] of Object.entries(ways)) {
    const started = performance.now()
    const done = await work()
    times.get(name).push(performance.now() - started)
    counts.add((done.unmatched ?? done).length)
  }
  if (counts.size !== 1) throw new Error(`${[...counts].join(' ≠ ')}`)
}
const middle = (name) =>
  times
    .get(name)
    .slice(1)
    .toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]
const ratio = (pass, bare) => middle(pass) / middle(bare)
const tell = (says, pass, bare) =>
  console.log(
    `${says}: bare ${middle(bare).toFixed(0)} ms, by blind index ${middle(pass).toFixed(0)} ms, ${ratio(pass, bare).toFixed(2)} times`,
  )
console.log(`${ROWS} × ${ROWS}, ${isEmbedded ? 'embedded engine' : 'PostgreSQL'}`)
tell('as the owner', 'pass', 'bare')
tell('within row access', 'confinedPass', 'confinedBare')
await db.close()
await server?.stop()
process.exitCode = ratio('pass', 'bare') <= 1.5 && ratio('confinedPass', 'confinedBare') <= 1.5 ? 0 : 1

/** A PostgreSQL of this run alone, migrated as the program does it. */
async function startServer() {
  const config = { logLevel: 'error', resolve: { conditions: ['source'] } }
  const { module } = await runnerImport('./packages/server/test/harness/postgres-server.ts', config)
  const running = await module.startPostgres()
  const open = async (tries = 60) => {
    try {
      return await openServer(running.address)
    } catch (cause) {
      if (tries === 0) throw cause
      await wait(500)
      return open(tries - 1)
    }
  }
  return { open, stop: () => running.stop() }
}
