import { openMemory } from '../db/embedded/open-memory.ts'
import type { RegisterRoutes } from './app-type.ts'
import { createApp } from './create-app.ts'

/** The OpenAPI description of the given routes as JSON text; the same for the same routes. */
export async function openApiText(routes: readonly RegisterRoutes[]): Promise<string> {
  const db = await openMemory({ onCallingThread: true })
  const app = await createApp({ deps: { db, clock: () => new Date(0) }, routes })
  try {
    await app.ready()
    return `${JSON.stringify(app.swagger(), null, 2)}\n`
  } finally {
    await app.close()
    await db.close()
  }
}
