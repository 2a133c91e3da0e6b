import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { openWorld } from './open-world.ts'
import { plantedFaults } from './planted-faults.ts'
import { runTuples } from './run-tuples.ts'
import { seedWorld } from './seed-world.ts'
import { planWorld, smallWorld } from './world-plan.ts'

const world = planWorld(smallWorld)
let owner: Database

beforeAll(async () => {
  owner = await openMemory({ onCallingThread: true })
  await seedWorld(owner, world)
})
afterAll(() => owner.close())

describe('random questions of access find', () => {
  it.each(plantedFaults)('$name', async ({ plant }) => {
    const { open, undo } = await plant(openWorld(world, owner))
    const outcome = await runTuples(open, { tuples: 200_000, seed: 7, enough: 1 })
    await undo()
    expect(outcome.disagreements).not.toEqual([])
  })

  it('nothing when every fault has been taken out again', async () => {
    const outcome = await runTuples(openWorld(world, owner), { tuples: 5_000, seed: 8 })
    expect(outcome.disagreements).toEqual([])
  })
})
