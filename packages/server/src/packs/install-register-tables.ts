import type { Pack } from '@eduduty/core/packs'
import type { Database } from '../platform/db/database.ts'
import { createRegisterTables } from '../platform/db/registers/create-register-tables.ts'

/** Makes the tables of a pack's registers, or brings them up to date, as the owner of the database; returns how many there are. */
export async function installRegisterTables(database: Database, { pack, registers }: Pack): Promise<number> {
  const tables = await database.transaction((queries) => createRegisterTables(queries, pack.id, registers))
  return tables.size
}
