import type { Database } from '../../platform/db/database.ts'
import { type DatabaseOptions, openDatabase } from '../../platform/db/open-database.ts'
import type { StorageChoice } from '../../platform/installation.ts'

/** Opens a database for the length of one command. */
export async function withDatabase<T>(options: DatabaseOptions, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options)
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

/** Options that open an existing database without changing its tables. */
export function asItIs(choice: StorageChoice): DatabaseOptions {
  return 'url' in choice ? { ...choice, migrate: false } : { ...choice, migrate: false, mustExist: true }
}
