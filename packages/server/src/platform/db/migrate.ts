import { AppError } from '../errors/app-error.ts'
import { type Connection, type Connections, withConnection } from './connection.ts'
import { inTransaction, type Queries } from './database.ts'
import { listMigrations, type Migration } from './migration-files.ts'
import { upgradeRegisterTables } from './registers/upgrade-register-tables.ts'
import { SqlError } from './sql-error.ts'
import { sqlstates } from './sqlstates.ts'

export interface MigrationState {
  readonly applied: readonly { readonly name: string; readonly appliedAt: string }[]
  /** In the program but not yet in the database, in order. */
  readonly pending: readonly string[]
}

/** Any number; the same in every version, so that two programs never migrate at once. */
const migrationLock = 7_309_441

/** Brings the tables up to this program. Each change is one transaction; a database newer than the program is refused. */
export function migrate(connections: Connections): Promise<readonly string[]> {
  return withConnection(connections, async (connection) => {
    await connection.run('select pg_advisory_lock($1)', [migrationLock])
    try {
      const applied = await applyPending(connection, listMigrations()).catch((error) =>
        refuseWithoutRoleRights(connection, error),
      )
      await upgradeRegisterTables(connection)
      return applied
    } finally {
      await connection.run('select pg_advisory_unlock($1)', [migrationLock])
    }
  })
}

/** Compares the database with the program; refuses a newer or altered one. */
export function readMigrationState(connections: Connections): Promise<MigrationState> {
  return withConnection(connections, async (connection) => compare(await readApplied(connection), listMigrations()))
}

async function applyPending(connection: Connection, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { pending } = compare(await readApplied(connection), migrations)
  for (const migration of migrations) {
    if (pending.includes(migration.name)) await apply(connection, migration)
  }
  return pending
}

async function apply(connection: Connection, migration: Migration): Promise<void> {
  await inTransaction(connection, async () => {
    await connection.script(migration.statements)
    await connection.run('insert into platform_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
  })
}

/** Not every owner of a database may make roles. Errors: `database.no_role_rights`, else the one given. */
export async function refuseWithoutRoleRights(connection: Connection, error: unknown): Promise<never> {
  if (!(error instanceof SqlError) || error.sqlstate !== sqlstates.insufficientPrivilege) throw error
  const { rows } = await connection.run<{ role: string }>('select current_user::text as role', [])
  throw new AppError('database.no_role_rights', { role: rows[0]?.role ?? '' }, { cause: error })
}

interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  readonly applied_at: string
}

async function readApplied(connection: Connection): Promise<readonly AppliedMigration[]> {
  const table = await connection.run<{ there: boolean }>(
    `select to_regclass('platform_migrations') is not null as there`,
    [],
  )
  if (table.rows[0]?.there !== true) return []
  const applied = await connection.run<AppliedMigration>(
    'select name, checksum, applied_at from platform_migrations order by name',
    [],
  )
  return applied.rows
}

function compare(applied: readonly AppliedMigration[], migrations: readonly Migration[]): MigrationState {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum } of applied) {
    const expected = known.get(name)
    if (expected === undefined) throw new AppError('database.newer', { name })
    if (expected !== checksum) throw new AppError('database.migration_changed', { name })
  }
  const done = new Set(applied.map((migration) => migration.name))
  return {
    applied: applied.map((migration) => ({ name: migration.name, appliedAt: migration.applied_at })),
    pending: migrations.map((migration) => migration.name).filter((name) => !done.has(name)),
  }
}

/** Names of the changes that a database has seen. */
export async function readMigrationNames(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.run<{ name: string }>('select name from platform_migrations order by name')
  return rows.map((row) => row.name)
}
