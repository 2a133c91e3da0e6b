import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors/app-error.ts'
import { createDatabase, type Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { lockDirectory } from './directory-lock.ts'
import type { Engine } from './engine.ts'
import { connectionsOf } from './engine-connections.ts'
import { type EngineKeeper, keepEngine } from './engine-keeper.ts'
import { startEngineThread } from './engine-thread.ts'
import { startMaintenance } from './maintenance.ts'
import { findMigratedDump } from './migrated-dump.ts'
import { syncPath, syncTree } from './sync-tree.ts'
import { unpackDump } from './unpack-dump.ts'

const clusterName = 'database'
const unfinishedName = 'database.unfinished'

export interface EmbeddedOptions {
  /** Migrate at opening; the default. */
  readonly migrate?: boolean
  /** Refuse a folder without a database instead of making one. */
  readonly mustExist?: boolean
}

/** Opens the database of a data folder, or makes it. Takes the folder's lock until `close`. */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Database> {
  const cluster = join(folder, clusterName)
  if (options.mustExist === true && !existsSync(cluster)) throw new AppError('database.not_created', { folder })
  createFolder(folder)
  refuseNetworkFolder(folder)
  const lock = lockDirectory(folder, new Date())
  let keeper: EngineKeeper | undefined
  try {
    if (!existsSync(cluster)) await createCluster(folder)
    refuseIncomplete(folder, cluster)
    keeper = keepEngine(await startDurable(folder, cluster), () => startDurable(folder, cluster))
    const connections = connectionsOf(keeper)
    if (options.migrate !== false) await migrate(connections)
    const maintenance = startMaintenance(connections)
    return createDatabase({
      kind: 'embedded',
      durability: true,
      place: folder,
      connections,
      beforeClose: () => maintenance.stop(),
      afterClose: () => lock.release(),
    })
  } catch (error) {
    await keeper?.close().catch(() => undefined)
    lock.release()
    throw error
  }
}

async function startDurable(folder: string, cluster: string): Promise<Engine> {
  const engine = await startEngineThread({ folder: cluster })
  if (engine.durable) return engine
  await engine.close()
  throw new AppError('database.not_durable', { folder })
}

/** Made aside and renamed when it is all on disk: an interrupted creation leaves nothing that looks like a database. */
async function createCluster(folder: string): Promise<void> {
  const unfinished = join(folder, unfinishedName)
  rmSync(unfinished, { recursive: true, force: true })
  const dump = findMigratedDump()
  if (dump === undefined) await (await startEngineThread({ folder: unfinished })).close()
  else await unpackDump(dump, unfinished)
  await syncTree(unfinished)
  renameSync(unfinished, join(folder, clusterName))
  syncPath(folder)
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new AppError('file.unreadable', { path: folder, reason: '不能建立数据目录' }, { cause })
  }
}

/** NFS, SMB, SMB2, CIFS: neither locks nor syncs can be trusted there. Known only where the system tells the type. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42])

function refuseNetworkFolder(folder: string): void {
  if (networkFileSystems.has(statfsSync(folder).type >>> 0)) throw new AppError('database.not_durable', { folder })
}

function refuseIncomplete(folder: string, cluster: string): void {
  for (const file of ['PG_VERSION', 'global/pg_control']) {
    if (!existsSync(join(cluster, file))) throw new AppError('database.foreign_folder', { folder, file })
  }
}
