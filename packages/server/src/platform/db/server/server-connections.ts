import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { AppError } from '../../errors/app-error.ts'
import type { Connection, Connections } from '../connection.ts'
import { refusing } from '../sql-error.ts'
import { parameterText, readers } from '../sql-types.ts'

const writingCommands = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** A pool of sessions of a PostgreSQL server. */
export function serverConnections(url: string): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  })
  // An idle session that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const clients = new Map<Connection, pg.PoolClient>()
  return {
    async acquire() {
      const client = await connect(pool)
      const connection = connectionOf(client)
      clients.set(connection, client)
      return connection
    },
    async release(connection) {
      clients.get(connection)?.release()
      clients.delete(connection)
    },
    close: () => pool.end(),
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (cause) {
    throw new AppError('database.unreachable', { reason: unreachableReason(cause) }, { cause })
  }
}

function unreachableReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ECONNREFUSED') return '服务器没有应答该端口'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到该主机'
  if (code === '28P01' || code === '28000') return '用户名或口令不被接受'
  if (code === '3D000') return '该数据库不存在'
  return code === '' ? '连接超时或被中断' : `错误代码 ${code}`
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    async run<Row>(statement: string, parameters: readonly unknown[]) {
      const result = await refusing(statement, client.query(statement, parameters.map(parameterText)))
      const rows: Row[] = result.rows
      return { rows, affected: writingCommands.has(result.command) ? (result.rowCount ?? 0) : undefined }
    },
    async script(statements) {
      await refusing(statements, client.query(statements))
    },
    async copyIn(target, chunks) {
      const statement = `copy ${target} from stdin`
      await refusing(statement, copyInto(client, statement, chunks))
    },
    async *copyOut(query) {
      const stream = client.query(to(`copy (${query}) to stdout`))
      for await (const chunk of stream) yield chunk
    },
  }
}

async function copyInto(
  client: pg.PoolClient,
  statement: string,
  chunks: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const stream = client.query(from(statement))
  const end = finished(stream)
  try {
    for await (const chunk of chunks) {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), end])
    }
    stream.end()
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
    await end.catch(() => undefined)
    throw error
  }
  await end
}

/** Arrays whose items the driver would turn into inexact numbers or local dates: item type by array type. */
const arrayItems: ReadonlyMap<number, number> = new Map([
  [1016, 20],
  [1231, 1700],
  [1182, 1082],
  [1115, 1114],
  [1185, 1184],
])

const textArray: number = 1009

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const reader = readers[oid]
  if (reader !== undefined) return reader
  const item = readers[arrayItems.get(oid) ?? 0]
  if (item !== undefined) {
    const split: (text: string) => unknown = pg.types.getTypeParser(textArray, 'text')
    return (text) => readItems(split(text), item)
  }
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}

function readItems(items: unknown, read: (text: string) => unknown): unknown {
  if (Array.isArray(items)) return items.map((item) => readItems(item, read))
  return typeof items === 'string' ? read(items) : items
}
