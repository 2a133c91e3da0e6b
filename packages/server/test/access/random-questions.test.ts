import { roles, verbs } from '@eduduty/core/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import type { TupleOutcome } from './ask-tuples.ts'
import { canariesIn } from './marks.ts'
import { openServerWorld } from './open-server-world.ts'
import { openWorld } from './open-world.ts'
import { allowed } from './oracle.ts'
import { plantedFaults } from './planted-faults.ts'
import { runTuples } from './run-tuples.ts'
import { confinedColumns, seedWorld } from './seed-world.ts'
import { fullWorld, planWorld, smallWorld, worldDay } from './world-plan.ts'

/** To run the same questions again: ACCESS_SEED=… */
const seed = Number(process.env.ACCESS_SEED ?? Date.now() % 1_000_000)
const world = planWorld(smallWorld)
let owner: Database

beforeAll(async () => {
  owner = await openMemory({ onCallingThread: true })
  await seedWorld(owner, world)
})
afterAll(() => owner.close())

describe('the seed world', () => {
  it('has its full size as the safety programme asks', () => {
    const { units } = planWorld(fullWorld)
    const of = (kind: string): number => units.filter((unit) => unit.kind === kind).length
    expect(of('township')).toBe(2 * 3 * 4 * 6)
    expect(of('department')).toBe(2 * 3 * (4 * 12 + 1))
    expect(of('school')).toBe(2 * 3 * 4 * 20)
    expect(new Set(units.map((unit) => unit.canary)).size).toBe(units.length)
  })

  it('has a person of every role, and posts past, future, proposed and closed', () => {
    expect([...new Set(world.grants.map((grant) => grant.role))].toSorted()).toEqual(Object.keys(roles).toSorted())
    expect(new Set(world.tenures.map((tenure) => tenure.status)).size).toBeGreaterThan(2)
    expect(new Set(world.people.map((person) => person.account)).size).toBe(3)
  })

  it('marks every row of every table that belongs to units with the canary of its unit, and with no other', async () => {
    const canaries = new Map(world.units.map((unit) => [unit.path, unit.canary]))
    const tables = [...(await confinedColumns(owner)).keys()]
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) {
      const rows = await owner.run<{ org_path: string; content: string }>(
        `select org_path, to_jsonb(t)::text as content from ${table} t`,
      )
      expect(rows.length, table).toBeGreaterThan(0)
      for (const { org_path, content } of rows) expect(canariesIn(content), table).toEqual([canaries.get(org_path)])
    }
  })
})

describe('the oracle', () => {
  it('knows every verb and every role, and lets somebody use each', () => {
    for (const verb of Object.keys(verbs)) {
      const able = world.people.filter((who) => allowed(world, { who, verb, day: worldDay }).size > 0)
      expect(able.length, verb).toBeGreaterThan(0)
      expect(able.length, verb).toBeLessThan(world.people.length)
    }
  })
})

describe('random questions of access find', () => {
  it.each(plantedFaults)('$name', async ({ plant }) => {
    const { open, undo } = await plant(openWorld(world, owner))
    // Most end long before: the first one is enough. A fault in one table of many takes the longest to be met.
    const outcome = await runTuples(open, { tuples: 60_000, seed: 7, enough: 1 })
    await undo()
    expect(outcome.disagreements).not.toEqual([])
  })
})

function assertAgreed(outcome: TupleOutcome, least: number): void {
  expect(outcome.disagreements).toEqual([])
  expect(outcome.tuples).toBeGreaterThanOrEqual(least)
  expect(outcome.allowed).toBeGreaterThan(least / 200)
}

describe(`random questions of access are answered as the oracle answers them (seed ${seed})`, () => {
  it('on the embedded engine, when every planted fault is taken out again', async () => {
    assertAgreed(await runTuples(openWorld(world, owner), { tuples: 12_000, seed }), 12_000)
  })

  it('on PostgreSQL, under a login that owns nothing', async () => {
    const open = await openServerWorld(planWorld(smallWorld))
    assertAgreed(await runTuples(open, { tuples: 8_000, seed: seed + 1 }), 8_000)
    await open.close()
  })
})
