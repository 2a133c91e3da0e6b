// 300 schools × 150 indicators, from register tables to verdicts, against hand-written SQL for the same numbers.
// Run: node bench/evaluation-county.mjs [schools] [indicators] [rounds]
// With DATABASE_URL (an empty database of a PostgreSQL server) it runs there instead of on the embedded engine.
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

const SCHOOLS = Number(process.argv[2] ?? 300)
const INDICATORS = Number(process.argv[3] ?? 150)
const { pack, rows, county: COUNTY, codes, indicators, numbers } = benchCounty(SCHOOLS, INDICATORS)

const snapshot = 'b'.repeat(64)
const url = process.env.DATABASE_URL ?? ''
const db = url === '' ? await openMemory({ onCallingThread: true }) : await openServer(url)
await db.transaction(async (queries) =>
  storeRows(queries, {
    pack,
    tables: await createRegisterTables(queries, pack.pack.id, pack.registers),
    county: COUNTY.code,
    pathOf: unitPathIn(COUNTY.code, new Map()),
    snapshot,
    rows,
    sheets: new Map(),
    nameOf: (unit) => unit,
    now: new Date(0),
  }),
)
await db.run('analyze')

const started = performance.now()
const plan = planPack(pack)
plan.allNodes()
const scans = planScans(plan)
console.log(`编译标准包一次：${(performance.now() - started).toFixed(0)} 毫秒（不计入）`)

async function ours() {
  const county = await evaluateStored(db, {
    plan,
    scans,
    packHash: '',
    snapshot,
    county: COUNTY,
    year: 2025,
    runId: '',
    program: '',
  })
  const { evaluation } = county
  const met = plan.pack.indicators.map((indicator) => {
    const node = plan.node(indicator.id)
    return codes.filter((_, index) => evaluation.judgement(node, index)?.state === 'met').length
  })
  const totals = plan.pack.elements.map((element) => evaluation.value(plan.node(element.id), 0).content?.n)
  return { met, totals, verdict: county.stateOf('all') }
}

const ratio = (item) => `c${item.top} / nullif(c${item.bottom}, 0) * 100`
const filter = `county_code = '${COUNTY.code}' and year = 2025 and starts_with(submission_id, '${snapshot.slice(0, 16)}-')`
const totalsByHand = `select ${numbers.map((n) => `sum(c${n}) as t${n}`).join(', ')} from r_bench_form where ${filter}`
const listByHand = `select code, ${indicators.map((item, i) => `${ratio(item)} as v${i}, ${ratio(item)} >= ${item.line} as m${i}`).join(', ')} from r_bench_form where ${filter}`

async function hand() {
  const list = await db.run(listByHand)
  const [totals] = await db.run(totalsByHand)
  const met = indicators.map((_, i) => list.filter((row) => row[`m${i}`]).length)
  return {
    met,
    totals: numbers.map((n) => Number(totals[`t${n}`])),
    verdict: met.every((count) => count === SCHOOLS) ? 'met' : 'unmet',
  }
}

// Both take turns, so that a busy machine slows both alike.
const ROUNDS = Number(process.argv[4] ?? 15)
const WARMING = Math.min(4, ROUNDS)
const works = [ours, hand]
const times = works.map(() => [])
const results = []
for (let round = -WARMING; round < ROUNDS; round += 1) {
  for (const [index, work] of works.entries()) {
    const start = performance.now()
    results[index] = await work()
    if (round >= 0) times[index].push(performance.now() - start)
  }
}
const [mine, theirs] = times.map((list, index) => {
  const sorted = list.toSorted((a, b) => a - b)
  return { result: results[index], best: sorted[0], median: sorted[Math.floor(ROUNDS / 2)] }
})
const agree = JSON.stringify(mine.result) === JSON.stringify(theirs.result)
console.log(`${SCHOOLS} 所学校 × ${INDICATORS} 项指标，${url === '' ? '嵌入式数据库' : 'PostgreSQL'}，从台账到结论`)
console.log(`  履教通   中位 ${mine.median.toFixed(0)} 毫秒，最好 ${mine.best.toFixed(0)} 毫秒`)
console.log(
  `  手写 SQL 中位 ${theirs.median.toFixed(0)} 毫秒，最好 ${theirs.best.toFixed(0)} 毫秒（逐校逐项的值与达标一次查出，合计另一次）`,
)
console.log(
  `  比值 ${(mine.best / theirs.best).toFixed(2)}（要求 ≤ 1.5；中位比 ${(mine.median / theirs.median).toFixed(2)}），结果${agree ? '一致' : '不一致'}`,
)
await db.close()
process.exitCode = agree ? 0 : 1
