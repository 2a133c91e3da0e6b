import { createHash, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIdentify } from '../../src/identity/index.ts'
import { csrfTokenOf } from '../../src/identity/sign-in/session-token.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import type { Deps } from '../../src/platform/http/app-type.ts'
import { testDoor, testKeyring } from '../harness/doors.ts'
import type { SeedPerson, SeedWorld } from './world-plan.ts'
import { worldNow } from './world-plan.ts'

/** A seeded database as the application has it, and as its owner has it. */
export interface OpenWorld {
  readonly world: SeedWorld
  readonly owner: Database
  readonly deps: Deps
}

/** Deps with the real way of finding out who asks. `served`: the database as the application logs in to it. */
export function openWorld(world: SeedWorld, owner: Database, served: Database = owner): OpenWorld {
  const clock = (): Date => worldNow
  const [door, keyring] = [testDoor(served, clock), testKeyring()]
  const files = openFileStore(join(tmpdir(), `eduduty-world-${randomUUID()}`))
  const deps: Deps = { db: served, clock, keyring, door, files, identify: createIdentify({ door, keyring }) }
  return { world, owner, deps }
}

/** What a browser of the person sends with every request. */
export function headersOf({ token, unit }: SeedPerson): Readonly<Record<string, string>> {
  const hash = createHash('sha256').update(token).digest('hex')
  const csrf = csrfTokenOf(testKeyring(), { county: unit.county, text: token, hash })
  return { cookie: `eduduty_session=${token}`, 'x-eduduty-csrf': csrf }
}
