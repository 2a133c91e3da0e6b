import { AppError } from '../../errors/app-error.ts'
import { type Connections, withConnection } from '../connection.ts'
import { createDatabase, type Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { serverConnections } from './server-connections.ts'

const oldestVersion = 150_000

export interface ServerOptions {
  readonly migrate?: boolean
}

/** Opens a database on a PostgreSQL server. */
export async function openServer(url: string, options: ServerOptions = {}): Promise<Database> {
  const connections = serverConnections(url)
  try {
    const durability = await readSettings(connections)
    if (options.migrate !== false) await migrate(connections)
    return createDatabase({ kind: 'server', durability, place: placeOf(url), connections })
  } catch (error) {
    await connections.close()
    throw error
  }
}

interface Settings {
  readonly version: number
  readonly fsync: string
  readonly pages: string
  readonly commits: string
}

/** True when the server's settings keep acknowledged writes through a power cut. */
async function readSettings(connections: Connections): Promise<boolean> {
  const answer = await withConnection(connections, (connection) =>
    connection.run<Settings>(
      `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
         current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits`,
      [],
    ),
  )
  const settings = answer.rows[0]
  if (settings === undefined) return false
  if (settings.version < oldestVersion) throw new AppError('database.too_old', { version: settings.version })
  return settings.fsync === 'on' && settings.pages === 'on' && settings.commits !== 'off'
}

/** The address without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { hostname, port, pathname } = new URL(url)
  return `PostgreSQL ${hostname}${port === '' ? '' : `:${port}`}${pathname}`
}
