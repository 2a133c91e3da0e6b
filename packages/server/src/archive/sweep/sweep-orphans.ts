import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { FileStore, StoredFile } from '../../platform/files/file-store.ts'

/** An upload under way is younger. */
const GRACE = 24 * 60 * 60 * 1000
const AT_ONCE = 500

/**
 * Removes files without a row, which a killed program or a refused upload leaves behind, and unfinished work. Gives how
 * many files went.
 */
export async function sweepOrphans(door: Door, files: FileStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - GRACE)
  await files.clearWork(before)
  let removed = 0
  let batch: StoredFile[] = []
  const sweep = async (): Promise<void> => {
    removed += await removeUnknown(door, files, batch, before)
    batch = []
  }
  for await (const file of files.list()) {
    if (file.changedAt >= before) continue
    batch.push(file)
    if (batch.length >= AT_ONCE) await sweep()
  }
  await sweep()
  return removed
}

/** The same content may come in again between asking for its row and removing it: only what is old by then goes. */
async function removeUnknown(
  door: Door,
  files: FileStore,
  batch: readonly StoredFile[],
  before: Date,
): Promise<number> {
  if (batch.length === 0) return 0
  const known = await door.read(systemCaller('清理没有归档的文件'), ({ db }) =>
    db.run<{ county_code: string; sha256: string }>(
      'select distinct county_code, sha256 from archive_versions where sha256 = any($1::text[]) and destroyed_at is null',
      [batch.map(({ sha256 }) => sha256)],
    ),
  )
  const keys = new Set(known.map((row) => `${row.county_code} ${row.sha256}`))
  const unknown = batch.filter(({ county, sha256 }) => !keys.has(`${county} ${sha256}`))
  let removed = 0
  for (const { county, sha256 } of unknown) if (await files.discardOlder(county, sha256, before)) removed += 1
  return removed
}
