import { AppError } from '../../errors/app-error.ts'
import { type Connections, withConnection } from '../connection.ts'
import { createDatabase, type Database, queriesOn } from '../database.ts'
import { migrate, readMigrationState } from '../migrate.ts'
import { type PoolOptions, serverConnections } from './server-connections.ts'
import { assertApplicationRole } from './server-role.ts'
import { readServerSettings } from './server-settings.ts'

export interface ServerOptions extends PoolOptions {
  readonly migrate?: boolean
  /** As the application: its role must be one that row access binds, and the tables must be up to date already. */
  readonly asApplication?: boolean
}

/** Opens a database on a PostgreSQL server. Errors: `database.unreachable`, `too_old`, `outdated`, `wrong_role` … */
export async function openServer(url: string, options: ServerOptions = {}): Promise<Database> {
  const connections = serverConnections(url, options)
  try {
    const { durability } = await withConnection(connections, (connection) => readServerSettings(queriesOn(connection)))
    if (options.asApplication === true) await assertReadyForApplication(connections)
    else if (options.migrate !== false) await migrate(connections)
    return createDatabase({ kind: 'server', durability, place: placeOf(url), connections })
  } catch (error) {
    await connections.close()
    throw error
  }
}

async function assertReadyForApplication(connections: Connections): Promise<void> {
  await assertApplicationRole(connections)
  const { pending } = await readMigrationState(connections)
  if (pending.length > 0) throw new AppError('database.outdated', { count: pending.length })
}

/** The address without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { hostname, port, pathname } = new URL(url)
  return `PostgreSQL ${hostname}${port === '' ? '' : `:${port}`}${pathname}`
}
