import { noCheckpoints } from '../audit/checkpoints.ts'
import type { Database } from '../db/database.ts'
import { openMemory } from '../db/embedded/open-memory.ts'
import { createDoor } from '../door.ts'
import { temporaryKeyring } from '../keys/keyring.ts'
import type { Deps, RegisterRoutes } from './app-type.ts'
import { createApp } from './create-app.ts'

/** The OpenAPI description of the given routes as JSON text; the same for the same routes. */
export async function openApiText(routes: readonly RegisterRoutes[]): Promise<string> {
  const db = await openMemory({ onCallingThread: true })
  const app = await createApp({ deps: depsOn(db), routes })
  try {
    await app.ready()
    return `${JSON.stringify(app.swagger(), null, 2)}\n`
  } finally {
    await app.close()
    await db.close()
  }
}

/** Nobody is signed in: enough to describe the routes. */
function depsOn(db: Database): Deps {
  const keyring = temporaryKeyring()
  const clock = (): Date => new Date(0)
  const door = createDoor({ db, clock, auditLog: { keyring, checkpoints: noCheckpoints } })
  return { door, clock, keyring, db, identify: async () => undefined }
}
