import { expect, it } from 'vitest'
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

/** A new database, and what kills all its sessions. */
async function emptyDatabase() {
  const address = await createServerDatabase()
  const own = new URL(address).pathname.slice(1)
  const superuser = new URL('/postgres', address).href
  const kill = (): Promise<void> =>
    queryServer(superuser, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${own}'`)
  return { connections: serverConnections(address, { size: 2 }), kill }
}

it('goes on where it was when it is killed in any migration, before its script and when all of it has run', async () => {
  const { connections, kill } = await emptyDatabase()
  const dies = async (index: number, failing: number, how: 'before' | 'after'): Promise<void> => {
    const says = `killed ${how} ${names[index]}`
    await expect(migrate(killedAt(connections, failing, how, kill)), says).rejects.toThrow()
    const { applied, pending } = await readMigrationState(connections)
    const found = [applied.map(({ name }) => name), pending]
    expect(found, says).toEqual([names.slice(0, index), names.slice(index)])
  }
  for (const index of names.keys()) {
    // What waits first is the migration that the kill before left undone: it is done now, and the next one is killed.
    await dies(index, Math.min(index, 1), 'before')
    await dies(index, 0, 'after')
  }
  expect(await migrate(connections)).toEqual(names.slice(-1))
  const connection = await connections.acquire()
  await expect(rowTypesText(queriesOn(connection))).resolves.toContain('interface Tables')
  await connections.release(connection)
  await connections.close()
})

it('does all that is left at once after it was killed half way', async () => {
  const { connections, kill } = await emptyDatabase()
  const half = Math.floor(names.length / 2)
  await expect(migrate(killedAt(connections, half, 'after', kill))).rejects.toThrow()
  expect(await migrate(connections)).toEqual(names.slice(half))
  await connections.close()
})
