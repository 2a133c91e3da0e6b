// One changed cell → all dependent verdicts, against evaluating the county anew, at several sizes of the county.
// Run: node bench/recompute.mjs [indicators] [changes]
import { performance } from 'node:perf_hooks'
import { countyChanges, planPack, recompute, standCounty } from '@eduduty/core/evaluation'
import { benchCounty } from './county/bench-county.mjs'

const INDICATORS = Number(process.argv[2] ?? 150)
const CHANGES = Number(process.argv[3] ?? 100)

console.log(`改一个格子，${INDICATORS} 项指标（要求：95% 的情形 ≤ 100 毫秒，与县的大小无关）`)
for (const schools of [100, 300, 1000]) {
  const { pack, rows, county } = benchCounty(schools, INDICATORS)
  const plan = planPack(pack)
  const input = { plan, rows, year: 2025, county, packHash: '', snapshot: '', runId: '', program: '' }
  standCounty(input).county.assessment()
  const whole = []
  let standing
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now()
    standing = standCounty(input)
    countyChanges(standing.county.evaluation, standing.county.evaluation, 'all')
    whole.push(performance.now() - started)
  }
  const forms = rows.filter((row) => row.register === 'form')
  const times = []
  let told = 0
  for (let change = 0; change < CHANGES; change += 1) {
    const at = (change * 7919) % forms.length
    const before = forms[at]
    const column = `c${(change * 13) % 60}`
    const after = { ...before, values: { ...before.values, [column]: String(100 + ((change * 31) % 900)) } }
    forms[at] = after
    const started = performance.now()
    const { standing: next, reach } = recompute(standing, { edits: [{ before, after }] })
    told += countyChanges(standing.county.evaluation, next.county.evaluation, reach).length
    times.push(performance.now() - started)
    standing = next
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1)
  const anew = Math.min(...whole)
  console.log(
    `  ${schools} 所学校：中位 ${at(0.5)} 毫秒，95% ${at(0.95)} 毫秒，最长 ${at(1)} 毫秒；平均牵动 ${(told / CHANGES).toFixed(1)} 处；全部重算 ${anew.toFixed(0)} 毫秒，是它的 ${(anew / sorted[Math.floor(sorted.length / 2)]).toFixed(0)} 倍`,
  )
}
