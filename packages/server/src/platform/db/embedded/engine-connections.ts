import { AppError } from '../../errors/app-error.ts'
import type { Connection, Connections, CopyChunk } from '../connection.ts'
import { quoteName } from '../identifiers.ts'
import { stageName } from '../load-rows.ts'
import { SqlError } from '../sql-error.ts'
import { parameterText } from '../sql-types.ts'
import { sqlstates } from '../sqlstates.ts'
import type { Engine } from './engine.ts'
import type { EngineKeeper } from './engine-keeper.ts'

const chunkBytes = 8 * 1024 * 1024

/** The one session of an embedded engine, lent to one caller at a time in order of asking. */
export function connectionsOf(keeper: EngineKeeper): Connections {
  const waiting: (() => void)[] = []
  let lent = false
  let faulty: Engine | undefined
  const passOn = (): void => {
    const next = waiting.shift()
    // The session passes straight on: nobody may slip in between.
    if (next === undefined) lent = false
    else next()
  }
  return {
    async acquire() {
      if (lent) await new Promise<void>((resolve) => waiting.push(resolve))
      lent = true
      try {
        const engine = await keeper.current()
        return connectionOf(engine, (error) => {
          if (isFileFault(error)) faulty = engine
        })
      } catch (error) {
        passOn()
        throw error
      }
    },
    async release() {
      if (faulty !== undefined) keeper.replace(faulty)
      faulty = undefined
      passOn()
    },
    close: () => keeper.close(),
  }
}

/** What the engine takes for granted of its files is wrong after these: it would refuse for ever what the disk allows again. */
const fileFaults: ReadonlySet<string> = new Set([
  sqlstates.insufficientResources,
  sqlstates.ioError,
  sqlstates.undefinedFile,
  sqlstates.duplicateFile,
])

const isFileFault = (error: unknown): boolean => error instanceof SqlError && fileFaults.has(error.sqlstate)

/** One loan of the session. It stays with its engine: a transaction never goes on in another. */
function connectionOf(engine: Engine, note: (error: unknown) => void): Connection {
  let limit: number | undefined
  const noting = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      note(error)
      throw error
    }
  }
  return {
    limitTo(milliseconds) {
      limit = milliseconds
    },
    run: <Row>(statement: string, parameters: readonly unknown[]) => {
      const answer = noting(engine.run<Row>(statement, parameters.map(parameterText)))
      return limit === undefined ? answer : within(limit, answer, engine)
    },
    script: (statements) => noting(engine.script(statements)),
    async copyIn(target, chunks) {
      const statement = `copy ${target} from '/dev/blob'`
      const copy = async (): Promise<void> => {
        for await (const block of joined(chunks)) await noting(engine.copyIn(statement, block))
      }
      await withoutRole(engine, target, copy)
    },
    async *copyOut(query) {
      const text = await engine.copyOut(`copy (${query}) to '/dev/blob'`)
      if (text.length > 0) yield text
    },
  }
}

/** To this engine a copy comes from a file, which the application's role may not read: its waiting rows are copied without it. */
async function withoutRole(engine: Engine, target: string, copy: () => Promise<void>): Promise<void> {
  const { rows } = await engine.run<{ role: string }>(`select current_setting('role') as role`, [])
  const role = rows[0]?.role ?? 'none'
  if (role === 'none') return copy()
  if (!target.startsWith(`${quoteName(stageName)} `)) throw new Error('rows are copied past row access')
  await engine.script('set local role none')
  await copy()
  await engine.script(`set local role ${quoteName(role)}`)
}

/** The engine ignores statement_timeout and answers nobody meanwhile: a statement without end is ended with its thread. */
async function within<T>(limit: number, answer: Promise<T>, engine: Engine): Promise<T> {
  const seconds = Math.round(limit / 1000)
  const timer = setTimeout(() => engine.kill(new AppError('database.runaway', { seconds })), limit)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
  }
}

/** Chunks end at line ends, so a block of whole chunks is a valid COPY input of its own. */
async function* joined(chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>): AsyncIterable<Uint8Array> {
  let block: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    block.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    size += chunk.length
    if (size < chunkBytes) continue
    yield Buffer.concat(block)
    block = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(block)
}
