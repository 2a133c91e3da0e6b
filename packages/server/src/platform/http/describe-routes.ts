import type { RouteOptions } from 'fastify'
import { noCheckpoints } from '../audit/checkpoints.ts'
import type { Database } from '../db/database.ts'
import { openMemory } from '../db/embedded/open-memory.ts'
import { createDoor } from '../door.ts'
import { openFileStore } from '../files/file-store.ts'
import { temporaryKeyring } from '../keys/keyring.ts'
import type { App, Deps, RegisterRoutes } from './app-type.ts'
import { createApp } from './create-app.ts'

/** Builds the application only to ask it something; `onRoute` is told of every route. */
export async function describeRoutes<T>(
  routes: readonly RegisterRoutes[],
  ask: (app: App) => T,
  onRoute: (route: RouteOptions) => void = () => {},
): Promise<T> {
  const db = await openMemory({ onCallingThread: true })
  const app = await createApp({ deps: depsOn(db), routes, onRoute })
  try {
    await app.ready()
    return ask(app)
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
  return { door, clock, keyring, db, files: openFileStore('/'), identify: async () => undefined }
}
