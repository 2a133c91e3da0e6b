import type { Database, Queries } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'

let shared: Promise<Database> | undefined

/** One migrated embedded database in memory for a test file; made on first use, gone when the file is done. */
export function memoryDatabase(): Promise<Database> {
  shared ??= openMemory({ onCallingThread: true })
  return shared
}

/** Files of one worker share its modules, but no database. */
export async function closeMemoryDatabase(): Promise<void> {
  const database = await shared
  shared = undefined
  await database?.close()
}

/** Runs `work` in a transaction that is rolled back, so that tests do not see each other's rows. */
export function rolledBack(database: Database, work: (queries: Queries) => Promise<void>): Promise<void> {
  const undone = new Error('rolled back on purpose')
  return database
    .transaction(async (queries) => {
      await work(queries)
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
    })
}
