import { describe, expect, it } from 'vitest'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { openServerWorld } from './open-server-world.ts'
import { openWorld } from './open-world.ts'
import { runTuples, type TupleOutcome } from './run-tuples.ts'
import { seedWorld } from './seed-world.ts'
import { planWorld, smallWorld } from './world-plan.ts'

const seed = Number(process.env.ACCESS_SEED ?? Date.now() % 1_000_000)

function assertAgreed(outcome: TupleOutcome, least: number): void {
  expect(outcome.disagreements).toEqual([])
  expect(outcome.tuples).toBeGreaterThanOrEqual(least)
  expect(outcome.allowed).toBeGreaterThan(least / 50)
}

describe(`random questions of access are answered as the oracle answers them (seed ${seed})`, () => {
  it('on the embedded engine', async () => {
    const world = planWorld(smallWorld)
    const owner = await openMemory({ onCallingThread: true })
    await seedWorld(owner, world)
    assertAgreed(await runTuples(openWorld(world, owner), { tuples: 20_000, seed }), 20_000)
    await owner.close()
  })

  it('on PostgreSQL, under a login that owns nothing', async () => {
    const open = await openServerWorld(planWorld(smallWorld))
    assertAgreed(await runTuples(open, { tuples: 10_000, seed: seed + 1 }), 10_000)
    await open.close()
  })
})
