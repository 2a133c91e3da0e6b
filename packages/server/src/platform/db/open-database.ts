import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { openMemory } from './embedded/open-memory.ts'
import { openServer, type ServerOptions } from './server/open-server.ts'

/** Where the database is. Exactly one kind; `migrate: false` leaves its tables as they are. */
export type DatabaseOptions =
  | { readonly memory: true }
  | ({ readonly url: string } & ServerOptions)
  | { readonly dataDir: string; readonly migrate?: boolean; readonly mustExist?: boolean }

/**
 * Opens one of the three sizes of storage; all answer alike. Errors: AppError `database.locked`,
 * `database.newer`, `database.unreachable` …
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('memory' in options) return openMemory()
  if ('url' in options) return openServer(options.url, options)
  return openEmbedded(options.dataDir, options)
}
