// A province: 20,000 schools × 150 indicators, as a hundred counties of 200 schools, each from its register tables to
// its verdict, two at a time. Bar: 5 s on PostgreSQL.
// Run: DATABASE_URL=… node --max-semi-space-size=64 bench/evaluation-province.mjs [counties] [schools of each] [indicators]
// [rounds]; the option is the one that docs/deploy.md gives a province.
import { performance } from 'node:perf_hooks'
import { planPack } from '@eduduty/core/evaluation'
import { evaluateStored } from '../packages/server/dist/evaluation/evaluate-stored.js'
import { planScans } from '../packages/server/dist/evaluation/scan-registers.js'
import { storeRows } from '../packages/server/dist/evaluation/store-rows.js'
import { unitPathIn } from '../packages/server/dist/evaluation/unit-path.js'
import { openMemory } from '../packages/server/dist/platform/db/embedded/open-memory.js'
import { createRegisterTables } from '../packages/server/dist/platform/db/registers/create-register-tables.js'
import { openServer } from '../packages/server/dist/platform/db/server/open-server.js'
import { benchCounty } from './county/bench-county.mjs'

const [COUNTIES = 100, SCHOOLS = 200, INDICATORS = 150, ROUNDS = 5] = process.argv.slice(2).map(Number)
const { pack, rows, indicators } = benchCounty(SCHOOLS, INDICATORS)
const counties = Array.from({ length: COUNTIES }, (_, index) => ({
  code: String(990101 + Math.floor(index / 90) * 100 + (index % 90)),
  name: `第${index + 1}县`,
  snapshot: String(index).padStart(8, '0').repeat(8),
}))

const url = process.env.DATABASE_URL ?? ''
const db = url === '' ? await openMemory({ onCallingThread: true }) : await openServer(url)
await db.transaction(async (queries) => {
  const tables = await createRegisterTables(queries, pack.pack.id, pack.registers)
  for (const { code, snapshot } of counties)
    await storeRows(queries, {
      pack,
      tables,
      county: code,
      pathOf: unitPathIn(code, new Map()),
      snapshot,
      rows,
      sheets: new Map(),
      nameOf: (unit) => unit,
      now: new Date(0),
    })
})
await db.run('analyze')

const plan = planPack(pack)
plan.allNodes()
const scans = planScans(plan)

/** Every light of every school and the county's verdict, as counts. */
async function evaluateOne({ code, name, snapshot }) {
  const at = { plan, scans, packHash: '', snapshot, county: { code, name }, year: 2025, runId: '', program: '' }
  const county = await evaluateStored(db, at)
  let met = 0
  for (const { id } of plan.pack.indicators) {
    const node = plan.node(id)
    for (let school = 0; school < SCHOOLS; school += 1)
      if (county.evaluation.judgement(node, school)?.state === 'met') met += 1
  }
  county.stateOf('all')
  return met
}

/** Two counties at a time: while one is computed here, the database reads the next. */
async function evaluateProvince() {
  const waiting = counties.values()
  const lane = async () => {
    let met = 0
    for (const county of waiting) met += await evaluateOne(county)
    return met
  }
  const sums = await Promise.all([lane(), lane()])
  return sums.reduce((sum, met) => sum + met, 0)
}

const conditions = indicators.map(({ top, bottom, line }) => `(c${top} * 100 >= ${line} * c${bottom})::int`)
const [byHand] = await db.run(`select sum(${conditions.join(' + ')}) as met from r_bench_form where year = 2025`)
const times = []
let met = 0
for (let round = -1; round < ROUNDS; round += 1) {
  const start = performance.now()
  met = await evaluateProvince()
  if (round >= 0) times.push(performance.now() - start)
}
times.sort((a, b) => a - b)
const agree = met === Number(byHand.met)
console.log(
  `${COUNTIES} 个县 × ${SCHOOLS} 所学校 × ${INDICATORS} 项指标，${url === '' ? '嵌入式数据库' : 'PostgreSQL'}：` +
    `中位 ${(times[Math.floor(ROUNDS / 2)] / 1000).toFixed(2)} 秒，最好 ${(times[0] / 1000).toFixed(2)} 秒（要求 ≤ 5 秒），` +
    `达标数与 SQL ${agree ? '一致' : '不一致'}`,
)
await db.close()
process.exitCode = agree ? 0 : 1
