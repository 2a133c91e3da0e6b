// What row access costs: the same query with WHERE, by the owner, against the query under the policy. Bar: at most 10 % more.
// Processor time where it can be read, else time elapsed; medians. Other work on the machine is nobody's cost.
// node bench/rls.mjs [rows] [address of a PostgreSQL server's database]; without an address the embedded engine alone.

import { readFileSync } from 'node:fs'
import { confinedTransaction } from '../packages/server/dist/platform/db/confined.js'
import { withConnection } from '../packages/server/dist/platform/db/connection.js'
import { inTransaction, queriesOn } from '../packages/server/dist/platform/db/database.js'
import { openMemory } from '../packages/server/dist/platform/db/embedded/open-memory.js'
import { createRegisterTables } from '../packages/server/dist/platform/db/registers/create-register-tables.js'
import { openServer } from '../packages/server/dist/platform/db/server/open-server.js'

const rows = Number(process.argv[2] ?? 200_000)
const address = process.argv[3]
const counties = 10
const schools = 100
const rounds = 25

const register = {
  id: 'pupils',
  title: '学生名册',
  row_is: '一名学生',
  period: '学年',
  reporter: '学校',
  columns: [
    { id: 'grade', title: '年级', type: 'integer' },
    { id: 'score', title: '成绩', type: 'number' },
    { id: 'days', title: '到校天数', type: 'number' },
  ],
}

const path = (county, school) => `99/9901/${county}/T0${school % 9}/S${String(school).padStart(3, '0')}/`
const countyAt = (n) => `9901${String(n + 1).padStart(2, '0')}`
const sums = 'grade, count(*), sum(score), avg(days)'
const county = countyAt(4)
const school = path(county, 42)

const queries = [
  ['count everything', ['99/'], 'select count(*) from T', 'true'],
  ['group everything', ['99/'], `select ${sums} from T where W group by grade`, 'true'],
  [
    'group one county',
    [`99/9901/${county}/`],
    `select ${sums} from T where W group by grade`,
    `county_code = '${county}'`,
  ],
  ['group one school', [school], `select ${sums} from T where W group by grade`, `county_code = '${county}'`],
  ['list one school', [school], 'select * from T where W order by row_no limit 50', `county_code = '${county}'`],
  [
    'several schools',
    [school, path(county, 7), path(county, 77)],
    `select ${sums} from T where W group by grade`,
    `county_code = '${county}'`,
  ],
  [
    'one row by key',
    [school, path(county, 7), path(county, 77)],
    'select * from T where W and row_no = 900',
    `county_code = '${county}'`,
  ],
  [
    'a dozen schools',
    Array.from({ length: 12 }, (_, n) => path(county, n * 8)),
    `select ${sums} from T where W group by grade`,
    `county_code = '${county}'`,
  ],
]

async function measure(name, db) {
  const table = (await db.transaction((q) => createRegisterTables(q, 'bench', [register]))).get('pupils')
  await db.loadRows(table, ['county_code', 'year', 'org_path', 'grade', 'score', 'days'], makeRows())
  await db.run('vacuum (analyze)')
  if (db.kind === 'server')
    await db.run(`alter database ${new URL(address).pathname.slice(1)} set max_parallel_workers_per_gather = 0`)
  const clock = await clockOf(db)
  process.stdout.write(`${name}, ${rows} rows\n`)
  for (const [title, scopes, statement, where] of queries) {
    const prefixes = scopes.map((scope) => `org_path ^@ '${scope}'`).join(' or ')
    const written = statement.replace('T', table)
    const confined = written.replace('W', where)
    const plain = confined.includes(' where ')
      ? confined.replace(' where ', ` where (${prefixes}) and `)
      : `${confined} where ${prefixes}`
    const times = { where: [], policy: [] }
    for (let round = 0; round < rounds; round += 1) {
      times.where.push(await timed(clock, () => asOwner(db, (q) => q.run(plain))))
      times.policy.push(await timed(clock, () => confinedTransaction(db.connections, scopes, (q) => q.run(confined))))
    }
    const [base, cost] = [median(times.where), median(times.policy)]
    const share = Math.round((cost / base - 1) * 100)
    process.stdout.write(
      `  ${title.padEnd(18)} where ${base.toFixed(1).padStart(8)} ms   policy ${cost.toFixed(1).padStart(8)} ms   ${share > 0 ? '+' : ''}${share} %\n`,
    )
  }
}

/** The same number of statements as a confined transaction has, so that only the policy differs. */
function asOwner(db, work) {
  return withConnection(db.connections, (connection) =>
    inTransaction(connection, async () => {
      await connection.script(
        "set local app.scope_from = ''; set local app.scope_to = ''; set local app.scopes = ''; set local jit = 'off'",
      )
      return work(queriesOn(connection))
    }),
  )
}

/** School by school, as registers are loaded. */
function* makeRows() {
  const each = Math.ceil(rows / counties / schools)
  for (let c = 0; c < counties; c += 1)
    for (let s = 0; s < schools; s += 1)
      for (let n = 0; n < each; n += 1) yield [countyAt(c), 2025, path(countyAt(c), s), n % 6, n % 100, n % 200]
}

async function timed(clock, work) {
  const begun = clock()
  await work()
  return clock() - begun
}

/** Milliseconds of a processor that the engine has used. */
async function clockOf(db) {
  if (db.kind !== 'server') return () => (process.cpuUsage().user + process.cpuUsage().system) / 1000
  const [{ pid }] = await db.run('select pg_backend_pid() as pid')
  const used = () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  try {
    return used() > 0 ? used : () => performance.now()
  } catch {
    return () => performance.now()
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

// The embedded engine is for a county, not for millions of rows.
if (rows <= 500_000) {
  const memory = await openMemory()
  await measure('embedded engine', memory)
  await memory.close()
}
if (address !== undefined) {
  const server = await openServer(address, { size: 1 })
  await measure('PostgreSQL', server)
  await server.close()
}
