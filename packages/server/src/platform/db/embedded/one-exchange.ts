import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite'
import type { Outcome } from '../connection.ts'
import { KeptStatements } from './kept-statements.ts'

const { serialize } = protocol
const writingCommands = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const statementsOf = new WeakMap<PGlite, KeptStatements>()

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
  const kept = keptStatements(database)
  const { name, before } = kept.nameFor(statement)
  const parts = [...before, serialize.bind({ statement: name, values: [...parameters] }), ...rest]
  const [result] = parse.parseResults(await exchangeKept(database, statement, Buffer.concat(parts)), database.parsers)
  if (result === undefined) return { rows: [], affected: undefined }
  const wrote = result.command !== undefined && writingCommands.has(result.command)
  const affected = wrote ? (result.rowCount ?? 0) : undefined
  kept.wrote(affected ?? 0)
  return { rows: rowsOf<Row>(result), affected }
}

/** Runs statements without parameters, whose answers nobody wants. */
export async function runScript(database: PGlite, statements: string): Promise<void> {
  keptStatements(database).noteScript(statements)
  await exchange(database, serialize.query(statements))
}

/** Copies rows in from `data`, or out: its answer is the copy. */
export async function runCopy(database: PGlite, statement: string, data?: Uint8Array): Promise<Uint8Array> {
  keptStatements(database).note(statement)
  const blob = data === undefined ? undefined : new Blob([Uint8Array.from(data)])
  const answer = await database.query(statement, [], blob === undefined ? {} : { blob })
  return answer.blob === undefined ? new Uint8Array() : new Uint8Array(await answer.blob.arrayBuffer())
}

/** The statements that this session keeps. */
function keptStatements(database: PGlite): KeptStatements {
  const kept = statementsOf.get(database) ?? new KeptStatements()
  statementsOf.set(database, kept)
  return kept
}

async function exchangeKept(database: PGlite, statement: string, message: Uint8Array) {
  try {
    return await exchange(database, message)
  } catch (error) {
    keptStatements(database).failed(statement)
    throw error
  }
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
