import { createDatabase, type Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { startEngine } from './engine.ts'
import { connectionsOf } from './engine-connections.ts'
import { onlyEngine } from './engine-keeper.ts'
import { startEngineThread } from './engine-thread.ts'
import { findMigratedDump } from './migrated-dump.ts'

export interface MemoryOptions {
  /** Run on the calling thread: no second thread to start, but long statements block it. For tests. */
  readonly onCallingThread?: boolean
}

/** A database that is gone when it closes. */
export async function openMemory(options: MemoryOptions = {}): Promise<Database> {
  const dump = findMigratedDump()
  const settings = dump === undefined ? {} : { dump }
  const engine =
    options.onCallingThread === true ? await startEngine(settings, failStop) : await startEngineThread(settings)
  const connections = connectionsOf(onlyEngine(engine))
  try {
    await migrate(connections)
  } catch (error) {
    await connections.close()
    throw error
  }
  return createDatabase({ kind: 'memory', durability: false, place: '内存', connections })
}

function failStop(cause: unknown): never {
  throw cause
}
