import { statfsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { SystemStatus } from '@eduduty/core/desk'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db/database.ts'
import { SqlError } from '../platform/db/sql-error.ts'
import { copiesOf } from '../platform/files/copy-files.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import { programVersion } from '../platform/version.ts'
import { describeSafety } from './describe-safety.ts'

export interface StatusSources {
  /** For what is said of the database itself. */
  readonly db: Database
  readonly keyring: Keyring
  readonly checkpointFile: string | undefined
  readonly files: FileStore
}

const startedAt = new Date(Date.now() - process.uptime() * 1000)

/** State of the installation: storage and keys as a whole, sessions and audit within the caller's scopes. */
export async function readStatus(ctx: Ctx, sources: StatusSources): Promise<SystemStatus> {
  const { db, keyring, checkpointFile, files } = sources
  const [counts] = await ctx.db.run<{ sessions: number; events: number; last_at: string | null }>(
    `select (select count(*) from identity_sessions where ended_at is null and seen_at > $1) as sessions,
       (select coalesce(sum(head_no), 0)::bigint from audit_chains) as events,
       (select max(occurred_at) from audit_events) as last_at`,
    [new Date(ctx.now.getTime() - idleLimit)],
  )
  return {
    program_version: programVersion(),
    started_at: startedAt.toISOString(),
    server_time: ctx.now.toISOString(),
    database: await readDatabase(db),
    disk: db.kind === 'embedded' ? diskOf(db.place) : null,
    sessions: counts?.sessions ?? 0,
    keys: keyring.ids.map((id) => ({ id, fingerprint: keyring.fingerprint(id), current: id === keyring.current })),
    audit: {
      events: counts?.events ?? 0,
      last_at: counts?.last_at ?? null,
      checkpoint_file: checkpointFile ?? null,
      checkpoint_at: checkpointFile === undefined ? null : await changedAt(checkpointFile),
    },
    files: await readFiles(ctx, files),
  }
}

/** Sessions without activity for so long are over, whether or not somebody has noticed. */
const idleLimit = 15 * 60 * 1000

interface FileCounts {
  readonly versions: number
  readonly bytes: number
  readonly damaged: number
  readonly scrubbed_since: string | null
}

/** Files of evidence, as the nightly reading found them. */
async function readFiles({ db }: Ctx, files: FileStore): Promise<NonNullable<SystemStatus['files']>> {
  const [counts] = await db.run<FileCounts>(
    `select count(*) as versions, coalesce(sum(bytes), 0)::bigint as bytes, count(*) filter (where is_damaged) as damaged,
       case when bool_and(scrubbed_at is not null) then min(scrubbed_at) end as scrubbed_since
     from archive_versions`,
  )
  const none = { versions: 0, bytes: 0, damaged: 0, scrubbed_since: null }
  return { folder: files.folder, copies: copiesOf(files).folder, ...(counts ?? none) }
}

async function readDatabase(db: Database): Promise<SystemStatus['database']> {
  const version = await ask<string>(db, `current_setting('server_version')`)
  const { durability, place, kind } = db
  return {
    kind,
    place,
    durability,
    version: `${kind === 'server' ? 'PostgreSQL' : 'PGlite（PostgreSQL'} ${version ?? ''}${kind === 'server' ? '' : '）'}`,
    ...(await describeSafety(db)),
    bytes: await ask<number>(db, 'pg_database_size(current_database())'),
    log_bytes: await ask<number>(db, '(select sum(size)::bigint from pg_ls_waldir())'),
    checkpoint_at: await ask<string>(db, '(select checkpoint_time from pg_control_checkpoint())'),
    vacuum_at: await ask<string>(db, '(select max(greatest(last_vacuum, last_autovacuum)) from pg_stat_user_tables)'),
  }
}

/** One value about the engine; null where the role may not see it. */
async function ask<T>(db: Database, expression: string): Promise<T | null> {
  try {
    const [row] = await db.run<{ value: T | null }>(`select ${expression} as value`)
    return row?.value ?? null
  } catch (error) {
    if (error instanceof SqlError) return null
    throw error
  }
}

function diskOf(folder: string): SystemStatus['disk'] {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return { free_bytes: bavail * bsize, total_bytes: blocks * bsize }
}

async function changedAt(file: string): Promise<string | null> {
  try {
    return (await stat(file)).mtime.toISOString()
  } catch {
    return null
  }
}
