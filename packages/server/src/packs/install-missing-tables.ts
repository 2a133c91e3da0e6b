import type { Pack } from '@eduduty/core/packs'
import type { Database } from '../platform/db/database.ts'
import { createRegisterTables } from '../platform/db/registers/create-register-tables.ts'
import { SqlError } from '../platform/db/sql-error.ts'
import { sqlstates } from '../platform/db/sqlstates.ts'
import { AppError } from '../platform/errors/app-error.ts'

/**
 * Makes the tables of a pack's registers where they are not there yet: work for the owner of the database, not for the
 * application's role. Returns the table of each register. Errors: `pack.not_installed`.
 */
export async function installMissingTables(
  db: Database,
  { pack, registers }: Pack,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await db.transaction((queries) => createRegisterTables(queries, pack.id, registers))
  } catch (error) {
    if (!(error instanceof SqlError) || error.sqlstate !== sqlstates.insufficientPrivilege) throw error
    throw new AppError('pack.not_installed', { pack: pack.id }, { cause: error })
  }
}
