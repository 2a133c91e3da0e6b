import { describe, expect, it } from 'vitest'
import type { Connection, Connections } from '../../src/platform/db/connection.ts'
import { queriesOn } from '../../src/platform/db/database.ts'
import { migrate, readMigrationState } from '../../src/platform/db/migrate.ts'
import { listMigrations } from '../../src/platform/db/migration-files.ts'
import { rowTypesText } from '../../src/platform/db/row-types.ts'
import { serverConnections } from '../../src/platform/db/server/server-connections.ts'
import { createServerDatabase, queryServer } from '../harness/postgres-server.ts'

const names = listMigrations().map((migration) => migration.name)

/** The same sessions, but the script number `failing` is killed: before it, or when all of it has run but the commit. */
function killedAt(
  connections: Connections,
  failing: number,
  how: 'before' | 'after',
  kill: () => Promise<void>,
): Connections {
  let count = -1
  const wrap = (connection: Connection): Connection => ({
    ...connection,
    async script(statements) {
      count += 1
      if (count === failing && how === 'before') await kill()
      await connection.script(statements)
      if (count === failing) await kill()
    },
  })
  const lent = new Map<Connection, Connection>()
  return {
    async acquire() {
      const connection = await connections.acquire()
      const wrapped = wrap(connection)
      lent.set(wrapped, connection)
      return wrapped
    },
    release: (connection) => connections.release(lent.get(connection) ?? connection),
    close: () => connections.close(),
  }
}

describe('migrating that is killed', () => {
  it.each(names.map((name, index) => [name, index] as const))('in %s goes on where it was', async (_, index) => {
    const address = await createServerDatabase()
    const own = new URL(address).pathname.slice(1)
    const superuser = new URL('/postgres', address).href
    const kill = (): Promise<void> =>
      queryServer(superuser, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${own}'`)
    const connections = serverConnections(address, { size: 2 })
    for (const how of ['before', 'after'] as const) {
      // The second kill comes in the same migration: it is the first one that is still waiting.
      const failing = how === 'before' ? index : 0
      await expect(migrate(killedAt(connections, failing, how, kill))).rejects.toThrow()
      const { applied, pending } = await readMigrationState(connections)
      expect(applied.map(({ name }) => name)).toEqual(names.slice(0, index))
      expect(pending).toEqual(names.slice(index))
    }
    expect(await migrate(connections)).toEqual(names.slice(index))
    const connection = await connections.acquire()
    await expect(rowTypesText(queriesOn(connection))).resolves.toContain('interface Tables')
    await connections.release(connection)
    await connections.close()
  })
})
