// What a full disk costs: writes until there is no room, makes room, writes on, and opens the database again.
// Run as root (it mounts a small file system of its own): node bench/disk-full.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../packages/server/dist/platform/db/open-database.js'
import { toAppError } from '../packages/server/dist/platform/errors/to-app-error.js'

const megabyte = 1_000_000
const writes = {
  // The table's own file has to grow.
  table: `insert into ledger values ($1, repeat('x', ${megabyte}))`,
  // Only the write-ahead log grows.
  log: `with logged as (select pg_logical_emit_message(true, 'x', repeat('x', ${megabyte})) as at)
    insert into ledger select $1, at::text from logged`,
}

for (const [what, statement] of Object.entries(writes)) {
  const disk = mkdtempSync(join(tmpdir(), 'eduduty-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk])
  try {
    await fill(what, statement, disk)
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

async function fill(what, statement, disk) {
  const dataDir = join(disk, 'data')
  const ballast = join(disk, 'ballast')
  const db = await openDatabase({ dataDir })
  await db.run('create table ledger (id integer primary key, filler text)')
  await db.run('alter table ledger alter column filler set storage external')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(Math.floor((bavail * bsize) / 2)))
  const kept = []
  const refusals = new Set()
  let afterwards = 0
  for (let id = 1, refused = 0; refused < 5 && afterwards < 10 && id < 1_000; id += 1) {
    try {
      await db.run(statement, [id])
      kept.push(id)
      if (refused >= 2) afterwards += 1
    } catch (error) {
      refused += 1
      refusals.add(toAppError(error).message)
      if (refused === 2) rmSync(ballast)
    }
  }
  await db.close()
  const again = await openDatabase({ dataDir })
  const rows = new Set((await again.run('select id from ledger')).map((row) => row.id))
  await again.close()
  const lost = kept.filter((id) => !rows.has(id)).length
  console.log(
    `${what}：确认 ${kept.length} 行后磁盘写满，答复“${[...refusals].join('；')}”；腾出空间后又写 ${afterwards} 行；重新打开：丢失 ${lost} 行，多出 ${rows.size - kept.length} 行`,
  )
  if (lost > 0 || rows.size > kept.length || afterwards === 0) process.exitCode = 1
}
