import { applicationRoles } from '../../src/platform/db/confined.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { queryServer } from '../harness/postgres-server.ts'
import { createMigratedDatabase } from '../harness/template-database.ts'
import { type OpenWorld, openWorld } from './open-world.ts'
import { seedWorld } from './seed-world.ts'
import type { SeedWorld } from './world-plan.ts'

export interface ServerWorld extends OpenWorld {
  readonly address: string
  close(): Promise<void>
}

/** The world on a real PostgreSQL, served under a login that owns nothing. */
export async function openServerWorld(world: SeedWorld, size = 3): Promise<ServerWorld> {
  const address = await createMigratedDatabase()
  const owner = await openServer(address)
  const login = `l_${new URL(address).pathname.slice(1)}`
  await queryServer(address, `create role ${login} login; grant ${applicationRoles.join(', ')} to ${login}`)
  await seedWorld(owner, world)
  const served = new URL(address)
  served.username = login
  const db = await openServer(served.href, { asApplication: true, size })
  const close = async (): Promise<void> => {
    await db.close()
    await owner.close()
  }
  return { ...openWorld(world, owner, db), address, close }
}
