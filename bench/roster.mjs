// Imports rosters as the product does; prints times, memory above idle and how long a small query waits meanwhile.
// Run after `npx tsc -b packages/server`: node bench/roster.mjs [xlsx|csv|marks …] [--rows N] [--server URL]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadRegister } from '../packages/server/dist/collection/index.js'
import { noCheckpoints } from '../packages/server/dist/platform/audit/checkpoints.js'
import { systemCaller } from '../packages/server/dist/platform/ctx.js'
import { openDatabase } from '../packages/server/dist/platform/db/open-database.js'
import { createRegisterTables } from '../packages/server/dist/platform/db/registers/create-register-tables.js'
import { createDoor } from '../packages/server/dist/platform/door.js'
import { temporaryKeyring } from '../packages/server/dist/platform/keys/keyring.js'
import { markRoster } from '../packages/server/dist/platform/workbooks/mark-roster.js'
import { rosterPack } from './roster/files.mjs'

const keyring = temporaryKeyring()

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, server: { type: 'string' } },
})
const parts = positionals.length > 0 ? positionals : ['xlsx', 'csv', 'marks']
const county = '990101'
const path = '99/9901/990101/'
const dir = mkdtempSync(join(tmpdir(), 'eduduty-roster-'))
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024)
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)

function makeFile(kind, rows, width, faults) {
  const file = join(dir, `roster-${rows}-${width}-${faults}.${kind}`)
  const program = fileURLToPath(new URL('./roster/files.mjs', import.meta.url))
  execFileSync(process.execPath, [program, kind, String(rows), String(width), String(faults), file])
  return file
}

async function openWorld(kind, width) {
  const db =
    kind === 'server'
      ? await openDatabase({ databaseUrl: values.server })
      : await openDatabase({ dataDir: mkdtempSync(join(dir, 'data-')) })
  const door = createDoor({
    db,
    clock: () => new Date(),
    auditLog: { keyring, checkpoints: noCheckpoints },
  })
  const pack = rosterPack(width)
  pack.pack.id = `bench-roster-${width}-${Date.now() % 100_000}`
  const tables = await db.transaction((queries) => createRegisterTables(queries, pack.pack.id, pack.registers))
  return { db, door, pack, table: tables.get('pupils') }
}

const caller = systemCaller('测量', { scopes: [path], county, path })

async function load({ db, door, pack, table }, file, onProgress) {
  const unit = { code: county, name: '测试县', path }
  const roster = {
    path: file,
    name: '名册',
    pack,
    register: pack.registers[0],
    table,
    year: 2024,
    county,
    unit,
    keyring,
    status: 'draft',
  }
  return loadRegister({ db, door }, caller, roster, { onProgress })
}

/** Asks a small question every 50 ms, whether the one before was answered or not, as many people do. */
function askMeanwhile(door) {
  const times = []
  let isOver = false
  const asking = (async () => {
    const open = []
    while (!isOver) {
      const begun = performance.now()
      open.push(
        door
          .read(caller, (ctx) =>
            ctx.db.run('select count(*) from collection_submissions where county_code = $1', [county]),
          )
          .then(() => times.push(performance.now() - begun)),
      )
      await wait(50)
    }
    await Promise.all(open)
  })()
  return async () => {
    isOver = true
    await asking
    times.sort((a, b) => a - b)
    const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
    return `${times.length} queries: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (bar 300), longest ${at(1)} ms`
  }
}

async function measureXlsx(kind) {
  const rows = Number(values.rows ?? 100_000)
  const file = makeFile('xlsx', rows, 30, 100)
  const world = await openWorld(kind, 30)
  await world.door.read(caller, (ctx) => ctx.db.run('select 1'))
  globalThis.gc?.()
  const idle = process.memoryUsage().rss
  let peak = idle
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 10)
  const stop = askMeanwhile(world.door)
  const begun = performance.now()
  const outcome = await load(world, file)
  const took = seconds(begun)
  const waits = await stop()
  clearInterval(sample)
  const [{ count }] = await world.db.run(`select count(*)::integer as count from "${world.table}"`)
  console.log(
    `xlsx ${rows} × 30, ${kind}: ${outcome.state}, ${count} rows, ${outcome.summary?.findings.length} findings kept`,
  )
  console.log(
    `  ${took} s (bar 30); memory above idle ${megabytes(peak - idle)} MB (bar 400; idle ${megabytes(idle)} MB)`,
  )
  console.log(`  meanwhile ${waits}`)
  await world.db.close()
}

/** COPY of ready text into the same table, without row access, in one transaction: the least it can cost. */
async function bareCopy({ db, table, pack }, rows) {
  const connection = await db.connections.acquire()
  const names = pack.registers[0].columns.map((column) => `"${column.id}"`).join(', ')
  const before = performance.now()
  await connection.run('begin', [])
  await connection.run(
    `insert into collection_submissions (county_code, submission_id, pack_id, register, unit_code, year, status, org_path, created_at)
     values ($1, 'bare', 'bench', 'pupils', $1, 2024, 'draft', $2, now())`,
    [county, path],
  )
  const text = function* () {
    for (let from = 0; from < rows; from += 5000) {
      let chunk = ''
      for (let row = from; row < Math.min(rows, from + 5000); row += 1)
        chunk += `${county}\t${path}\tbare\t2024\t1\t${row + 2}\t${String(100_000_201_001_010_000n + BigInt(row))}\t学生${row}\t${9_901_010_000 + (row % 300)}\t1\t2010-01-01\t2016-09-01\t${(row % 9) + 1}\tt\t${row % 900}\tf\t第${row % 400}村\t${(row % 90_000) / 100}\n`
      yield chunk
    }
  }
  const target = `"${table}" (county_code, org_path, submission_id, year, sheet_no, source_row, ${names})`
  await connection.copyIn(target, text())
  await connection.run('commit', [])
  const took = performance.now() - before
  await connection.run(`delete from collection_submissions where submission_id = 'bare'`, [])
  await db.connections.release(connection)
  return took
}

async function measureCsv(kind) {
  const rows = Number(values.rows ?? 1_000_000)
  const file = makeFile('csv', rows, 12, 100)
  const world = await openWorld(kind, 12)
  const bare = await bareCopy(world, rows)
  const begun = performance.now()
  const outcome = await load(world, file)
  const took = performance.now() - begun
  console.log(`csv ${rows} × 12, ${kind}: ${outcome.state}, ${outcome.summary?.rows} rows`)
  console.log(
    `  ${(took / 1000).toFixed(1)} s, bare COPY ${(bare / 1000).toFixed(1)} s: ratio ${(took / bare).toFixed(2)} (bar 2)`,
  )
  await world.db.close()
}

async function measureMarks() {
  const rows = Number(values.rows ?? 100_000)
  const file = makeFile('xlsx', rows, 30, Math.min(10_000, rows))
  const world = await openWorld('embedded', 30)
  const outcome = await load(world, file)
  await world.db.close()
  const findings = outcome.summary.findings.filter(({ level }) => level === 'error')
  const begun = performance.now()
  const out = join(dir, 'marked.xlsx')
  await markRoster(file, findings, out, basename(file))
  console.log(
    `write-back of ${findings.length} faults into ${rows} × 30: ${seconds(begun)} s (bar 10), ${megabytes(readFileSync(out).length)} MB`,
  )
}

try {
  const kinds = values.server === undefined ? ['embedded'] : ['embedded', 'server']
  for (const kind of kinds) {
    if (parts.includes('xlsx')) await measureXlsx(kind)
    if (parts.includes('csv')) await measureCsv(kind)
  }
  if (parts.includes('marks')) await measureMarks()
} finally {
  rmSync(dir, { recursive: true, force: true })
}
