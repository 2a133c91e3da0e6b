import { isOrgPath } from '@eduduty/core/organizations'
import { type Connection, type Connections, withConnection } from './connection.ts'
import { inTransaction, type Queries, queriesOn } from './database.ts'
import { quoteLiteral } from './identifiers.ts'
import { kyselyOver } from './kysely-dialect.ts'
import type { Tables } from './schema.generated.ts'

/** Every path begins with a digit: the scopes of the system itself, for signing in, sweeping and the like. */
export const everywhere: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/**
 * Puts the session's transaction under the application's role and confines it to rows at or below `scopes`. Transaction-
 * local, by the statement SET LOCAL: nothing is left on a session that goes back to the pool.
 */
export async function confine(connection: Connection, scopes: readonly string[]): Promise<void> {
  await connection.script(`set local role eduduty_app; set local app.scopes = ${scopesLiteral(scopes)}`)
}

function scopesLiteral(scopes: readonly string[]): string {
  const strange = scopes.find((scope) => !isOrgPath(scope) && !everywhere.includes(scope))
  if (strange !== undefined) throw new Error('a scope that is no path of the tree')
  return quoteLiteral(scopes.join(','))
}

/** Runs `work` in one transaction that sees and writes only rows at or below `scopes`. */
export function confinedTransaction<T>(
  connections: Connections,
  scopes: readonly string[],
  work: (queries: Queries, connection: Connection) => Promise<T>,
): Promise<T> {
  return withConnection(connections, (connection) =>
    inTransaction(connection, async () => {
      await confine(connection, scopes)
      return work(queriesOn(connection, { staged: true }), connection)
    }),
  )
}

/**
 * Queries of which each is a confined transaction of its own: for reading, where the session must not be kept while an
 * answer is sent to a slow reader.
 */
export function confinedQueries(connections: Connections, scopes: readonly string[]): Queries {
  const confined = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    confinedTransaction(connections, scopes, work)
  return {
    kysely: kyselyOver<Tables>(confinedConnections(connections, scopes)),
    run: <Row>(statement: string, parameters: readonly unknown[] = []) =>
      confined((queries) => queries.run<Row>(statement, parameters)),
    loadRows: (table, columns, rows) => confined((queries) => queries.loadRows(table, columns, rows)),
  }
}

/** Sessions that are inside a confined transaction from the moment they are lent until they come back. */
function confinedConnections(connections: Connections, scopes: readonly string[]): Connections {
  return {
    async acquire() {
      const connection = await connections.acquire()
      try {
        await connection.run('begin', [])
        await confine(connection, scopes)
        return connection
      } catch (error) {
        await connection.run('rollback', []).catch(() => undefined)
        await connections.release(connection)
        throw error
      }
    },
    async release(connection) {
      // After a refused statement this ends the transaction as a rollback.
      await connection.run('commit', []).finally(() => connections.release(connection))
    },
    close: async () => {},
  }
}
