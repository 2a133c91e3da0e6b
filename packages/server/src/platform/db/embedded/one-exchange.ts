import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite'
import type { Outcome } from '../connection.ts'

const { serialize } = protocol
const writingCommands = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** What follows the text and the parameters of every statement. */
const rest = [serialize.describe({ type: 'P' }), serialize.execute({}), serialize.sync()]

/**
 * Runs one statement in one exchange with the engine. PGlite's own `query` takes six, to learn what types the parameters
 * have: here they are text whatever their type, and a small statement costs a third.
 */
export async function runStatement<Row>(
  database: PGlite,
  statement: string,
  parameters: readonly (string | null)[],
): Promise<Outcome<Row>> {
  const parts = [serialize.parse({ text: statement }), serialize.bind({ values: [...parameters] }), ...rest]
  const [result] = parse.parseResults(await exchange(database, Buffer.concat(parts)), database.parsers)
  if (result === undefined) return { rows: [], affected: undefined }
  const wrote = result.command !== undefined && writingCommands.has(result.command)
  return { rows: rowsOf<Row>(result), affected: wrote ? (result.rowCount ?? 0) : undefined }
}

/** Runs statements without parameters, whose answers nobody wants. */
export async function runScript(database: PGlite, statements: string): Promise<void> {
  await exchange(database, serialize.query(statements))
}

async function exchange(database: PGlite, message: Uint8Array) {
  await database.waitReady
  return database.runExclusive(() => database.execProtocolStream(message, { syncToFs: false }))
}

/** As the caller knows them: the columns that the statement names. */
function rowsOf<Row>(result: Results): Row[]
function rowsOf({ rows }: Results): unknown[] {
  return rows
}
