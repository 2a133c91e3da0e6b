// How fast events are kept and how fast a chain is verified, in constant memory.
// Run: node --expose-gc bench/audit.mjs [events of the chain] [events to append]
// With DATABASE_URL (an empty database of a PostgreSQL server) it runs there, appending from two pools at once; else on
// the embedded engine in a temporary folder, synced to disk at every commit.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { noCheckpoints } from '../packages/server/dist/platform/audit/checkpoints.js'
import { openCheckpoints } from '../packages/server/dist/platform/audit/open-checkpoints.js'
import { verifyLog } from '../packages/server/dist/platform/audit/verify-log.js'
import { systemCaller } from '../packages/server/dist/platform/ctx.js'
import { confinedQueries } from '../packages/server/dist/platform/db/confined.js'
import { openDatabase } from '../packages/server/dist/platform/db/open-database.js'
import { createDoor } from '../packages/server/dist/platform/door.js'
import { temporaryKeyring } from '../packages/server/dist/platform/keys/keyring.js'

const CHAIN = Number(process.argv[2] ?? 500_000)
const APPENDED = Number(process.argv[3] ?? 3_000)
const url = process.env.DATABASE_URL ?? ''
const folder = mkdtempSync(join(tmpdir(), 'eduduty-bench-'))
const keyring = temporaryKeyring()
const options = url === '' ? { dataDir: join(folder, 'data') } : { url }
const pools = [await openDatabase(options)]
if (url !== '') pools.push(await openDatabase(options))
const [db] = pools
const checkpoints = openCheckpoints(folder, keyring)
console.log(url === '' ? '嵌入式数据库（每次提交落盘）' : 'PostgreSQL，两个连接池同时追加')

await append()
await verify()
await checkpoints.close()
for (const pool of pools) await pool.close()
rmSync(folder, { recursive: true, force: true })

/** A change of one row with its event, against the same change without: one after the other, and eight at once. */
async function append() {
  await db.run('create table if not exists bench_rows (n integer)')
  await db.run('grant select, insert on bench_rows to eduduty_app')
  const plain = (door, caller, n) => door.write(caller, (ctx) => insert(ctx, n))
  const logged = (door, caller, n) =>
    door.write(caller, async (ctx) => {
      await insert(ctx, n)
      ctx.audit({ action: 'evaluation.run', subject: `第 ${n} 次`, detail: { n } })
    })
  const doors = pools.map((pool) =>
    createDoor({ db: pool, clock: () => new Date(), auditLog: { keyring, checkpoints } }),
  )
  const eight = doors.flatMap((door) => Array.from({ length: 8 / doors.length }, () => door))
  const one = doors.slice(0, 1)
  const serial = await rate(one, APPENDED / 4, plain)
  const alone = await rate(one, APPENDED / 4, logged)
  const together = await rate(eight, APPENDED, logged)
  const found = checkpointsText(await check('990101'))
  console.log(`追加：八路并发 ${together.toFixed(0)} 条/秒（要求 ≥ 500），单路 ${alone.toFixed(0)} 条/秒`)
  console.log(
    `  同样的改动不记审计、逐个提交 ${serial.toFixed(0)} 次/秒；每县一条链，次序须逐个提交：并发 ÷ 逐个 ${(together / serial).toFixed(2)}`,
  )
  console.log(`  之后核验：${found}`)
}

async function insert(ctx, n) {
  await ctx.db.run('insert into bench_rows values ($1)', [n])
}

async function rate(doors, count, work) {
  const caller = systemCaller('基准', { county: '990101', path: '99/9901/990101/' })
  let next = 0
  const worker = async (door) => {
    while (next < count) await work(door, caller, ++next)
  }
  const start = performance.now()
  await Promise.all(doors.map(worker))
  return (count / (performance.now() - start)) * 1000
}

/** A long chain, made beforehand. */
async function verify() {
  await loadChain('990102', CHAIN)
  await db.run('vacuum analyze audit_events')
  globalThis.gc?.()
  const before = held()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, held())
  }, 20)
  const cpu = process.cpuUsage()
  const start = performance.now()
  const report = await check('990102')
  const seconds = (performance.now() - start) / 1000
  const busy = process.cpuUsage(cpu)
  clearInterval(watch)
  const perSecond = CHAIN / seconds
  const growth = (most - before) / 1024 / 1024
  console.log(
    `核验：${CHAIN} 条用 ${seconds.toFixed(1)} 秒，${perSecond.toFixed(0)} 条/秒；本进程 CPU ${((busy.user + busy.system) / 1e6).toFixed(1)} 秒`,
  )
  console.log(
    `  一千万条约需 ${(10_000_000 / perSecond / 60).toFixed(1)} 分钟（要求 ≤ 5）；内存（含尚未回收的）最多增加 ${growth.toFixed(0)} MB`,
  )
  console.log(
    `  结果：${report.findings.filter((one) => one.county === '990102' && one.kind !== 'no_checkpoints').length} 处问题`,
  )
}

/** What this thread holds, garbage not yet collected included; the engine's own memory is not counted. */
function held() {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function check(county) {
  return verifyLog({
    db: confinedQueries(db.connections, [`99/9901/${county}/`]),
    keyring,
    checkpoints: checkpoints.file,
    concerns: (one) => one === county,
    pageRows: 5_000,
  })
}

function checkpointsText(report) {
  const events = report.chains.reduce((sum, chain) => sum + chain.events, 0)
  const wrong = report.findings.filter((finding) => finding.severity === 'wrong').length
  return `${events} 条、检查点 ${report.checkpoints} 个，${wrong} 处问题`
}

/** Written by the product's own code, many events a transaction. */
async function loadChain(county, count) {
  const began = Date.parse('2026-01-01T00:00:00Z')
  const path = `99/9901/${county}/`
  let at = began
  const door = createDoor({ db, clock: () => new Date(at), auditLog: { keyring, checkpoints: noCheckpoints } })
  for (let from = 1; from <= count; from += 500) {
    at = began + from * 1000
    const actor = { id: `p${from % 500}`, name: `经办人${from % 500}`, kind: 'person', county, path }
    const origin = { address: `10.0.${from % 250}.7`, requestId: `req-${from}` }
    await door.write({ actor, verb: 'system', scopes: [path], purpose: '基准', origin }, async (ctx) => {
      for (let no = from; no < Math.min(from + 500, count + 1); no += 1) {
        const subject = `第 ${no} 次运行评估，用于测量核验的速度`
        const reason = no % 3 === 0 ? '按要求办理' : ''
        ctx.audit({ action: 'evaluation.run', subject, reason, detail: { rows: no, format: 'xlsx' } })
      }
    })
  }
}
