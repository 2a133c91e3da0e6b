import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { runModule } from '../harness/child-program.ts'
import { Disk, type Draw } from '../harness/power-cut/disk.ts'
import { type DiskEvent, readLog } from '../harness/power-cut/read-log.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
const start = join(base, 'start')
const recorder = JSON.stringify(new URL('../harness/power-cut/recorder.mjs', import.meta.url).href)

/** More images on demand: POWER_CUTS=200 npx vitest run … */
const cuts = Number(process.env.POWER_CUTS ?? 30)
/** Engines that one process opens, one after another: each keeps its memory. */
const perProcess = 6
const transactions = 160

/** Our engine on the recorded folder, or the same engine as its makers ship it. */
const engines = {
  ours: `const { startEngineThread } = await import(dist + 'platform/db/embedded/engine-thread.js')
    const engine = await startEngineThread({ folder })
    const run = (statement) => engine.run(statement, [])`,
  shipped: `const { createRequire } = await import('node:module')
    const { PGlite } = await import(createRequire(dist).resolve('@electric-sql/pglite').replace(/index\\.cjs$/, 'index.js'))
    const engine = await PGlite.create(folder)
    const run = (statement) => engine.query(statement)`,
} as const

/** Writes numbered transactions; each is recorded as acknowledged only when the engine has answered. */
async function record(engine: keyof typeof engines): Promise<readonly DiskEvent[]> {
  const folder = join(base, engine)
  const log = join(base, `${engine}.log`)
  cpSync(start, folder, { recursive: true })
  const child = runModule(
    base,
    `const folder = ${JSON.stringify(folder)}
    ${engines[engine]}
    for (let id = 1; id <= ${transactions}; id += 1) {
      await run(\`with counted as (update counter set value = \${id} returning 1)
        insert into ledger select \${id}, repeat('履', 200) from counted\`)
      acknowledged(id)
      if (id === ${transactions / 2}) await run('checkpoint')
    }
    process.exit(0)`,
    `process.env.RECORD_FOLDER = ${JSON.stringify(folder)}
    process.env.RECORD_LOG = ${JSON.stringify(log)}
    await import(${recorder})`,
  )
  expect(await child.ended, child.errors()).toBe(0)
  return readLog(log)
}

/** One thing that a power cut could have left, and the last row acknowledged before it. */
interface Image {
  readonly folder: string
  readonly acknowledged: number
}

/** The power is cut after `count` events. */
function cutAfter(events: readonly DiskEvent[], count: number, draw: Draw): Image {
  images += 1
  const folder = join(base, `image-${images}`)
  const disk = new Disk(start, folder)
  for (const event of events.slice(0, count)) disk.apply(event)
  disk.cut(draw)
  const acknowledged = events.slice(0, count).reduce((last, event) => (event.op === 'ack' ? event.id : last), 0)
  return { folder, acknowledged }
}

let images = 0

/** An image is thrown away after it was looked at: its own syncs may cost nothing. */
const withoutSyncing = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  fs.fsyncSync = () => undefined
  syncBuiltinESMExports()`

/** So long may one image take, on a machine that does much else. */
const patience = 300_000

/** Opens images one after another in one process; returns what is wrong with each, or ''. */
async function lookAt(group: readonly Image[]): Promise<readonly string[]> {
  if (group.length === 0) return []
  const child = runModule(
    base,
    `const { startEngine } = await import(dist + 'platform/db/embedded/engine.js')
    for (const folder of ${JSON.stringify(group.map(({ folder }) => folder))}) {
      const engine = await startEngine({ folder }, (cause) => { throw cause })
      const { rows } = await engine.run(\`select count(*) as rows, coalesce(max(id), 0) as last, sum(length(word)) as letters,
        (select value from counter) as counter from ledger\`, [])
      await engine.run('set enable_seqscan = off', [])
      const indexed = await engine.run('select count(*) as rows from ledger where id > 0', [])
      process.stdout.write(JSON.stringify({ ...rows[0], indexed: indexed.rows[0].rows }) + '\\n')
    }
    process.exit(0)`,
    withoutSyncing,
  )
  const faults: string[] = []
  for (const { folder, acknowledged } of group) {
    const killer = setTimeout(() => child.process.kill('SIGKILL'), patience)
    const { value } = await child.lines.next()
    clearTimeout(killer)
    rmSync(folder, { recursive: true, force: true })
    if (value === undefined) {
      // What stopped at this image has not looked at the others.
      faults.push(`does not open: ${child.errors().trim() || (await child.ended)}`)
      return [...faults, ...(await lookAt(group.slice(faults.length)))]
    }
    faults.push(judge(String(value), acknowledged))
  }
  child.process.kill('SIGKILL')
  await child.ended
  return faults
}

function judge(found: string, acknowledged: number): string {
  const { rows, last, letters, counter, indexed } = JSON.parse(found)
  if (last < acknowledged) return `row ${acknowledged} was acknowledged, the last one is ${last}`
  const whole = rows === last && counter === last && indexed === rows && Number(letters ?? 0) === rows * 200
  return whole ? '' : `torn: ${found}`
}

/** A small generator with a seed, so that a failure can be repeated. */
function drawFrom(seed: number): Draw {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

describe('a power cut', () => {
  beforeAll(async () => {
    const database = await openEmbedded(join(base, 'fresh'))
    await database.run('create table ledger (id integer primary key, word text not null)')
    await database.run('create table counter (value integer not null)')
    await database.run('insert into counter values (0)')
    await database.close()
    cpSync(join(base, 'fresh/database'), start, { recursive: true })
  })

  it(
    'loses nothing that was acknowledged',
    async () => {
      const events = await record('ours')
      expect(events.filter((event) => event.op === 'ack')).toHaveLength(transactions)
      // The first steps of opening are few among all events: looked at each time.
      const early = [1, 2, 3].map((count) => cutAfter(events, count, () => 0))
      expect(await lookAt(early)).toEqual(['', '', ''])
      const draw = drawFrom(Number(process.env.SEED ?? 20_260_901))
      for (let done = 0; done < cuts; done += perProcess) {
        const counts = Array.from({ length: Math.min(perProcess, cuts - done) }, () => draw(events.length))
        const faults = await lookAt(counts.map((count) => cutAfter(events, count, draw)))
        expect(faults, `images from ${done}, after ${counts.join(', ')} events`).toEqual(faults.map(() => ''))
      }
    },
    Math.max(600_000, cuts * 60_000),
  )

  it('is noticed by this test when the engine runs as shipped', async () => {
    const events = await record('shipped')
    const draw = drawFrom(20_260_902)
    const faults: string[] = []
    for (let image = 0; image < 20 && faults.length === 0; image += 1) {
      const count = Math.floor(events.length * 0.6) + draw(events.length * 0.4)
      const [fault = ''] = await lookAt([cutAfter(events, count, draw)])
      if (fault !== '') faults.push(fault)
    }
    expect(faults[0]).toMatch(/does not open|acknowledged|torn/)
    if (process.env.POWER_CUTS !== undefined) process.stdout.write(`as shipped: ${faults[0]}\n`)
  }, 600_000)
})
