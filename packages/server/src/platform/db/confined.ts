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
 * local, by the statement SET LOCAL: nothing is left on a session that goes back to the pool. Compiling a statement just
 * in time costs more than these take. `limit`: how many milliseconds one statement may take.
 */
export async function confine(connection: Connection, scopes: readonly string[], limit?: number): Promise<void> {
  const { role, from, to, list } = rangeOf(scopes)
  const settings = { 'app.scope_from': from, 'app.scope_to': to, 'app.scopes': list, jit: 'off', ...timeouts(limit) }
  const statements = Object.entries(settings).map(([name, value]) => `set local ${name} = ${quoteLiteral(value)}`)
  await connection.script([`set local role ${role}`, ...statements].join('; '))
  if (limit !== undefined) connection.limitTo(limit)
}

function timeouts(limit: number | undefined): Readonly<Record<string, string>> {
  if (limit === undefined) return {}
  return {
    statement_timeout: `${limit}ms`,
    lock_timeout: `${Math.ceil(limit / 4)}ms`,
    idle_in_transaction_session_timeout: `${limit}ms`,
  }
}

/** Groups without login that the application works under: for one scope, for several, for many. */
export const applicationRoles = ['eduduty_app', 'eduduty_app_several', 'eduduty_app_scattered'] as const

export interface ScopeRange {
  readonly role: (typeof applicationRoles)[number]
  readonly from: string
  readonly to: string
  readonly list: string
}

/** Ranges that the policies for several and for many scopes have room for. */
const severalRanges = 8
const manyRanges = 32
/** Stands in for the list of scopes where every range is one scope and no row has to be asked again. */
const noGaps = 'exact'

/** The texts that begin with a scope are a range. Of very many neighbours share one, with gaps that `list` closes. */
export function rangeOf(scopes: readonly string[]): ScopeRange {
  const strange = scopes.find((scope) => !isOrgPath(scope) && !everywhere.includes(scope))
  if (strange !== undefined) throw new Error('a scope that is no path of the tree')
  const sorted = [...new Set(scopes)].toSorted()
  const outermost = sorted.filter((scope) => !sorted.some((other) => other !== scope && scope.startsWith(other)))
  const whole = outermost.length <= 1 || everywhere.every((digit) => outermost.includes(digit))
  const several = outermost.length <= severalRanges
  const share = whole ? outermost.length : Math.ceil(outermost.length / manyRanges)
  const lasts = outermost.filter((_, index) => index % share === share - 1 || index === outermost.length - 1)
  return {
    role: whole ? 'eduduty_app' : several ? 'eduduty_app_several' : 'eduduty_app_scattered',
    from: outermost.filter((_, index) => index % share === 0).join(','),
    to: lasts.map(after).join(','),
    list: whole || several ? '' : share === 1 ? noGaps : outermost.join(','),
  }
}

/** The first text that is above all those beginning with `prefix`. Paths are ASCII. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
}

/** Runs `work` in one transaction that sees and writes only rows at or below `scopes`. */
export function confinedTransaction<T>(
  connections: Connections,
  scopes: readonly string[],
  work: (queries: Queries, connection: Connection) => Promise<T>,
  limit?: number,
): Promise<T> {
  return withConnection(connections, (connection) =>
    inTransaction(connection, async () => {
      await confine(connection, scopes, limit)
      return work(queriesOn(connection, { staged: true }), connection)
    }),
  )
}

/**
 * Queries of which each is a confined transaction of its own: for reading, where the session must not be kept while an
 * answer is sent to a slow reader.
 */
export function confinedQueries(connections: Connections, scopes: readonly string[], limit?: number): Queries {
  const confined = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    confinedTransaction(connections, scopes, work, limit)
  return {
    kysely: kyselyOver<Tables>(confinedConnections(connections, scopes, limit)),
    run: <Row>(statement: string, parameters: readonly unknown[] = []) =>
      confined((queries) => queries.run<Row>(statement, parameters)),
    loadRows: (table, columns, rows) => confined((queries) => queries.loadRows(table, columns, rows)),
    loadText: (table, columns, text) => confined((queries) => queries.loadText(table, columns, text)),
  }
}

/** Sessions that are inside a confined transaction from the moment they are lent until they come back. */
function confinedConnections(
  connections: Connections,
  scopes: readonly string[],
  limit: number | undefined,
): Connections {
  return {
    async acquire() {
      const connection = await connections.acquire()
      try {
        await connection.run('begin', [])
        await confine(connection, scopes, limit)
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
