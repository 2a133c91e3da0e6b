import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import type { TupleOutcome } from './ask-tuples.ts'
import { openWorld } from './open-world.ts'
import { runTuples, type TupleOptions } from './run-tuples.ts'
import { seedWorld } from './seed-world.ts'
import { fullWorld, planWorld } from './world-plan.ts'

export interface BenchOptions extends TupleOptions {
  /** Address of an empty database, for its superuser; absent: the embedded engine. */
  readonly url?: string
  readonly onSeeded?: (units: number, people: number) => void
}

/** Random questions of access to the world in its full size. */
export async function runAccessBench({ url, onSeeded, ...options }: BenchOptions): Promise<TupleOutcome> {
  const world = planWorld(fullWorld)
  const owner = url === undefined ? await openMemory({ onCallingThread: true }) : await openServer(url)
  try {
    await seedWorld(owner, world)
    onSeeded?.(world.units.length, world.people.length)
    return await runTuples(openWorld(world, owner), options)
  } finally {
    await owner.close()
  }
}
