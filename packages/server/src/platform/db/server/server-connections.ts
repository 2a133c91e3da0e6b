import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { AppError } from '../../errors/app-error.ts'
import type { Connection, Connections, CopyChunk } from '../connection.ts'
import { refusing, SqlError } from '../sql-error.ts'
import { parameterText, readers } from '../sql-types.ts'
import { createPermits } from './permits.ts'

const writingCommands = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

export interface PoolOptions {
  /** Sessions at most. */
  readonly size?: number
  /** Milliseconds to wait for a session. */
  readonly patience?: number
}

/** A pool of sessions of a PostgreSQL server. */
export function serverConnections(url: string, { size = 10, patience = 5_000 }: PoolOptions = {}): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    types: { getTypeParser },
  })
  // An idle session that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const clients = new Map<Connection, pg.PoolClient>()
  const gate = outageGate()
  const permits = createPermits(size, patience)
  return {
    async acquire() {
      await permits.take()
      try {
        const client = await gate(() => pool.connect())
        client.on('error', ignore)
        const connection = connectionOf(client)
        clients.set(connection, client)
        return connection
      } catch (error) {
        permits.giveBack()
        throw error
      }
    },
    async release(connection) {
      const client = clients.get(connection)
      if (client === undefined) return
      clients.delete(connection)
      client.off('error', ignore)
      // A broken session, or one whose transaction did not end, must not serve anybody else.
      client.release(client.getTransactionStatus() !== 'I')
      permits.giveBack()
    },
    close: () => pool.end(),
  }
}

/** An error between statements: the next statement reports it. */
const ignore = (): void => undefined

const pauseAfterFailure = 500

/**
 * While the server does not answer, one caller at a time tries and the others are refused at once: requests do not pile
 * up, and a server that comes back is not met by all of them together.
 */
function outageGate(): (connect: () => Promise<pg.PoolClient>) => Promise<pg.PoolClient> {
  let failure: AppError | undefined
  let tryAgainAt = 0
  return async (connect) => {
    if (failure !== undefined) {
      if (performance.now() < tryAgainAt) throw failure
      tryAgainAt = performance.now() + pauseAfterFailure
    }
    try {
      const client = await connect()
      failure = undefined
      return client
    } catch (cause) {
      failure = new AppError('database.unreachable', { reason: unreachableReason(cause) }, { cause })
      tryAgainAt = performance.now() + pauseAfterFailure * (1 + Math.random())
      throw failure
    }
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

/** So much longer than a statement may take is no statement any more, but a lost server. */
const silence = 5_000

async function notSilent<T>(limit: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const given = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the server fell silent')), limit)
  })
  try {
    return await Promise.race([answer, given])
  } finally {
    clearTimeout(timer)
  }
}

function connectionOf(client: pg.PoolClient): Connection {
  let limit: number | undefined
  return {
    // The server ends long statements itself, by its statement_timeout; here only a server that fell silent is given up.
    limitTo(milliseconds) {
      limit = milliseconds + silence
    },
    async run<Row>(statement: string, parameters: readonly unknown[]) {
      const asked = client.query(statement, parameters.map(parameterText))
      const result = await answered(statement, limit === undefined ? asked : notSilent(limit, asked))
      const rows: Row[] = result.rows
      return { rows, affected: writingCommands.has(result.command) ? (result.rowCount ?? 0) : undefined }
    },
    async script(statements) {
      await answered(statements, client.query(statements))
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

/** Awaits a statement. What is no refusal by the server is a session that broke under it. */
async function answered<T>(statement: string, work: Promise<T>): Promise<T> {
  try {
    return await refusing(statement, work)
  } catch (error) {
    if (error instanceof SqlError) throw error
    throw new AppError('database.interrupted', {}, { cause: error })
  }
}

async function copyInto(
  client: pg.PoolClient,
  statement: string,
  chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>,
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
