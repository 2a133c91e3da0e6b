import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import { type Installation, openInstallation } from '../../src/platform/installation.ts'
import { type ChildProgram, runModule } from '../harness/child-program.ts'
import { importRows, mixedLoad } from '../harness/mixed-load.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()

/** More kills on demand: node bench/kill.mjs 1000 */
const kills = Number(process.env.KILLS ?? 20)
const patience = kills * 60_000
const seed = Number(process.env.SEED ?? 20_261_125)

interface Moment {
  /** Acknowledgements of this round that come first; none: the kill comes while the database is being opened. */
  readonly after: number
  /** And so many milliseconds more: in the middle of whatever comes next. */
  readonly delay: number
}

function* moments(): Generator<Moment> {
  let state = seed
  for (let round = 0; round < kills; round += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const drawn = Math.floor(state / 65_536)
    yield round % 5 === 4 ? { after: 0, delay: drawn % 2_000 } : { after: 2 + (drawn % 5), delay: drawn % 83 }
  }
}

it(
  'loses nothing acknowledged, tears nothing and keeps the audit chain whole under kills at random moments',
  async () => {
    const [data, keys, ledger] = [join(base, 'data'), join(base, 'keys/keys.json'), join(base, 'ledger.txt')]
    let round = 0
    for (const { after, delay } of moments()) {
      round += 1
      const child = runModule(base, mixedLoad(data, keys, ledger, round))
      try {
        if (after > 0) await acknowledgements(ledger, round, after, child)
        await wait(delay)
      } finally {
        child.process.kill('SIGKILL')
      }
      expect(await child.ended, `round ${round}: ${child.errors()}`).toBe('SIGKILL')
    }
    const installation = await openInstallation({ dataDir: data }, keys)
    const acknowledged = readLedger(ledger)
    const kept = await readKept(installation)
    const report = await verifyLog({
      db: installation.db,
      keyring: installation.keyring,
      checkpoints: installation.checkpoints.file,
    })
    await installation.close()
    expect(acknowledged.unit.length).toBeGreaterThan(kills)
    expect(acknowledged.batch.length).toBeGreaterThan(kills / 10)
    if (process.env.KILLS !== undefined) {
      const { unit, batch } = acknowledged
      process.stdout.write(`${kills} kills, ${unit.length} writes and ${batch.length} imports acknowledged\n`)
    }
    expect(acknowledged.unit.filter((unit) => !kept.units.has(unit))).toEqual([])
    expect(acknowledged.batch.filter((batch) => !kept.batches.has(batch))).toEqual([])
    // Half of a transaction: a unit without its first version, part of an import, a change without its event.
    expect([...kept.units.entries()].filter(([, versions]) => versions !== 1)).toEqual([])
    expect([...kept.batches.entries()].filter(([, rows]) => rows !== importRows)).toEqual([])
    expect(new Set(kept.events)).toEqual(new Set([...kept.units.keys(), ...kept.batches.keys()]))
    expect(kept.events).toHaveLength(kept.units.size + kept.batches.size)
    expect(report.findings).toEqual([])
  },
  patience,
)

/** Waits until so many writes of this round were acknowledged. */
async function acknowledgements(ledger: string, round: number, count: number, child: ChildProgram): Promise<void> {
  const deadline = performance.now() + 120_000
  const seen = (): number => {
    const [, own = ''] = existsSync(ledger) ? readFileSync(ledger, 'utf8').split(`opened ${round}\n`) : []
    return own.split('\n').length - 1
  }
  while (seen() < count) {
    const ended = child.process.exitCode !== null
    if (ended || performance.now() > deadline)
      throw new Error(`round ${round} ${ended ? 'ended by itself' : 'did not get going'}: ${child.errors()}`)
    await wait(10)
  }
}

function readLedger(ledger: string): Readonly<Record<'unit' | 'batch', readonly string[]>> {
  const lines = readFileSync(ledger, 'utf8').trim().split('\n')
  const named = (kind: string): string[] =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
  return { unit: named('unit'), batch: named('batch') }
}

interface Kept {
  /** Number of versions of each unit. */
  readonly units: ReadonlyMap<string, number>
  /** Number of rows of each import. */
  readonly batches: ReadonlyMap<string, number>
  readonly events: readonly string[]
}

async function readKept({ door }: Installation): Promise<Kept> {
  return door.read(systemCaller('测试'), async ({ db }) => {
    const units = await db.run<{ name: string; count: number }>(
      `select u.unit_id as name, count(v.since) as count from organizations_units u
       left join organizations_unit_versions v using (county_code, unit_id) group by 1`,
    )
    const batches = await db.run<{ name: string; count: number }>(
      'select name, count(*) as count from collection_files group by 1',
    )
    const events = await db.run<{ subject: string }>(
      `select subject from audit_events where action in ('organizations.open_unit', 'evaluation.run')`,
    )
    return {
      units: new Map(units.map(({ name, count }) => [name, count])),
      batches: new Map(batches.map(({ name, count }) => [name, count])),
      events: events.map(({ subject }) => subject),
    }
  })
}
