import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** How an embedded engine is to be started. It is sent to the worker thread. */
export interface EngineSettings {
  /** The engine's code; absent = compiled by the thread itself. */
  readonly module?: WebAssembly.Module
  /** Folder of the cluster; absent = in memory. */
  readonly folder?: string
  /** In memory: archive of a cluster to start from. */
  readonly dump?: string
}

/** In memory: small buffers, no syncing, no log written ahead of its time; for tests and one-off work. */
export function memoryStartParameters(): string[] {
  const settings = ['shared_buffers=16MB', 'work_mem=32MB', 'wal_init_zero=off']
  return [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])]
}

/** On disk: the engine's own fsync on. Any other wal_sync_method never reaches the hook. */
export function durableStartParameters(folder: string): string[] {
  const buffers = `shared_buffers=${buffersFor(folder)}MB`
  const settings = ['wal_sync_method=fsync', buffers, 'work_mem=128MB', 'max_wal_size=1GB']
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
}

const megabyte = 1024 * 1024
const fewestBuffers = 32
const mostBuffers = 256

/** Megabytes of buffers: the engine clears them at each start, which takes longer than all else where there is little to keep. */
function buffersFor(folder: string): number {
  const size = Math.ceil((2 * bytesBelow(join(folder, 'base'))) / megabyte)
  return Math.min(mostBuffers, Math.max(fewestBuffers, size))
}

/** 0 for a cluster that is still to be made. */
function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}
