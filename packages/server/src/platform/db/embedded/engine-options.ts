import { PGlite } from '@electric-sql/pglite'

/** How an embedded engine is to be started. Plain data: it is sent to the worker thread. */
export interface EngineSettings {
  /** Folder of the cluster; absent = in memory. */
  readonly folder?: string
  /** In memory: archive of a cluster to start from. */
  readonly dump?: string
}

/** In memory: small buffers, no syncing, for tests and one-off work. */
export function memoryStartParameters(): string[] {
  return [...PGlite.defaultStartParams, '-c', 'shared_buffers=64MB', '-c', 'work_mem=32MB']
}

/** On disk: the engine's own fsync on. Any other wal_sync_method never reaches the hook. */
export function durableStartParameters(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=256MB', '-c', 'work_mem=128MB', '-c', 'max_wal_size=1GB'],
  ]
}
