import type { Connection, Connections } from '../connection.ts'
import { parameterText } from '../sql-types.ts'
import type { Engine } from './engine.ts'

const chunkBytes = 8 * 1024 * 1024

/** The one session of an embedded engine, lent to one caller at a time in order of asking. */
export function connectionsOf(engine: Engine): Connections {
  const connection = connectionOf(engine)
  const waiting: (() => void)[] = []
  let lent = false
  return {
    async acquire() {
      if (lent) await new Promise<void>((resolve) => waiting.push(resolve))
      lent = true
      return connection
    },
    async release() {
      const next = waiting.shift()
      // The session passes straight on: nobody may slip in between.
      if (next === undefined) lent = false
      else next()
    },
    close: () => engine.close(),
  }
}

function connectionOf(engine: Engine): Connection {
  return {
    run: <Row>(statement: string, parameters: readonly unknown[]) =>
      engine.run<Row>(statement, parameters.map(parameterText)),
    script: (statements) => engine.script(statements),
    async copyIn(target, chunks) {
      const statement = `copy ${target} from '/dev/blob'`
      for await (const block of joined(chunks)) await engine.copyIn(statement, block)
    },
    async *copyOut(query) {
      const text = await engine.copyOut(`copy (${query}) to '/dev/blob'`)
      if (text.length > 0) yield text
    },
  }
}

/** Chunks end at line ends, so a block of whole chunks is a valid COPY input of its own. */
async function* joined(chunks: AsyncIterable<string> | Iterable<string>): AsyncIterable<Uint8Array> {
  let block: string[] = []
  let size = 0
  for await (const chunk of chunks) {
    block.push(chunk)
    size += chunk.length
    if (size < chunkBytes) continue
    yield Buffer.from(block.join(''))
    block = []
    size = 0
  }
  if (size > 0) yield Buffer.from(block.join(''))
}
