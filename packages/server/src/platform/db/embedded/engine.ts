import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import type { Outcome } from '../connection.ts'
import { refusing } from '../sql-error.ts'
import { readers } from '../sql-types.ts'
import { DumpedFiles } from './dumped-files.ts'
import { engineModule } from './engine-module.ts'
import { durableStartParameters, type EngineSettings, memoryStartParameters } from './engine-options.ts'
import { runCopy, runScript, runStatement } from './one-exchange.ts'
import { readDump } from './read-dump.ts'
import { type SyncCounter, SyncingFiles } from './syncing-files.ts'

/** A running embedded engine: one session, one statement at a time. */
export interface Engine {
  /** True when a test commit was seen to reach the disk. */
  readonly durable: boolean
  run<Row>(statement: string, parameters: readonly (string | null)[]): Promise<Outcome<Row>>
  script(statements: string): Promise<void>
  /** `statement` reads from '/dev/blob'. */
  copyIn(statement: string, data: Uint8Array): Promise<void>
  /** `statement` writes to '/dev/blob'. */
  copyOut(statement: string): Promise<Uint8Array>
  close(): Promise<void>
  /** False once its thread has ended, for whatever reason. */
  isRunning(): boolean
  /** Ends the engine in the middle of a statement. What is under way fails with `reason`; nothing acknowledged is lost. */
  kill(reason: Error): void
  /** Settles when its thread has ended: only then may another open the folder. */
  ended(): Promise<void>
}

/**
 * Starts the engine on the calling thread. `onFailure` must end the thread: see SyncingFiles. `files`: where a cluster in
 * memory lies, when its files are wanted for themselves.
 */
export async function startEngine(
  settings: EngineSettings,
  onFailure: (cause: unknown) => never,
  files?: MemoryFS,
): Promise<Engine> {
  const counter: SyncCounter = { count: 0 }
  const { folder, dump } = settings
  // Who may open the folder is decided by its lock. Cut off in the making, this file stays empty, and the engine would
  // never start again.
  if (folder !== undefined) rmSync(join(folder, 'postmaster.pid'), { force: true })
  const database = new PGlite({
    pgliteWasmModule: settings.module ?? (await engineModule()),
    ...(folder === undefined
      ? { fs: files ?? (await memoryFiles(dump)), startParams: memoryStartParameters() }
      : { fs: new SyncingFiles(folder, counter, onFailure), startParams: durableStartParameters(folder) }),
    parsers: { ...readers },
    serializers: await textSerializers(),
  })
  await database.waitReady
  const durable = folder !== undefined && (await provesSync(database, counter))
  return overDatabase(database, durable, onFailure)
}

async function memoryFiles(dump: string | undefined): Promise<MemoryFS> {
  return dump === undefined ? new MemoryFS() : new DumpedFiles(await readDump(dump))
}

function overDatabase(database: PGlite, durable: boolean, onFailure: (cause: unknown) => never): Engine {
  const answered = <T>(statement: string, work: Promise<T>): Promise<T> =>
    refusing(
      statement,
      work.catch((error) => (isPanic(error) ? onFailure(error) : Promise.reject(error))),
    )
  return {
    durable,
    async run<Row>(statement: string, parameters: readonly (string | null)[]): Promise<Outcome<Row>> {
      return answered(statement, runStatement<Row>(database, statement, parameters))
    },
    async script(statements) {
      await answered(statements, runScript(database, statements))
    },
    async copyIn(statement, data) {
      await answered(statement, runCopy(database, statement, data))
    },
    async copyOut(statement) {
      return answered(statement, runCopy(database, statement))
    },
    close: () => database.close(),
    isRunning: () => !database.closed,
    // On the caller's own thread nothing can come between.
    kill: () => undefined,
    ended: async () => {},
  }
}

/** After it could not write its log the engine answers nothing more, not even that it cannot. */
function isPanic(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'PANIC'
}

/** Parameters arrive as text from the caller; the engine's own conversions would differ from the server's. */
async function textSerializers(): Promise<Record<number, (value: string) => string>> {
  const { types } = await import('@electric-sql/pglite')
  return Object.fromEntries(Object.keys(types.serializers).map((oid) => [oid, (value: string) => value]))
}

async function provesSync(database: PGlite, counter: SyncCounter): Promise<boolean> {
  const setting = await database.query<{ fsync: string }>('show fsync')
  const before = counter.count
  await database.query(`select pg_logical_emit_message(true, 'eduduty', 'durability probe')`)
  return setting.rows[0]?.fsync === 'on' && counter.count > before
}
