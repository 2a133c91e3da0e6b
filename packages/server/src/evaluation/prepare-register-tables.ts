import type { Pack } from '@eduduty/core/packs'
import type { Database } from '../platform/db/database.ts'
import { createRegisterTables } from '../platform/db/registers/create-register-tables.ts'

/**
 * Makes the tables of a pack's registers where they are not there yet: work for the owner of the database, not for the
 * application's role. Returns the table of each register. Errors: `database.not_owner`.
 */
export function prepareRegisterTables(db: Database, { pack, registers }: Pack): Promise<ReadonlyMap<string, string>> {
  return db.transaction((queries) => createRegisterTables(queries, pack.id, registers))
}
