import type { InstalledVersion } from '@eduduty/core/packs'
import type { Queries } from '../platform/db/database.ts'
import { findKeptContent } from './kept-content.ts'

interface InstalledRow {
  readonly pack_id: string
  readonly version: string
  readonly content_hash: string
  readonly installed_at: string
  readonly periods: number
  readonly runs: number
}

/**
 * Installed versions, packs by their id, of each the newest version first; what stands on a version is counted within
 * the caller's reach.
 */
export async function listInstalled(db: Queries, packId?: string): Promise<InstalledVersion[]> {
  const rows = await db.run<InstalledRow>(
    `select pack_id, version, content_hash, installed_at,
       (select count(*)::integer from collection_periods p
         where p.pack_id = i.pack_id and p.pack_hash = i.content_hash) as periods,
       (select count(*)::integer from evaluation_runs r
         where r.pack_id = i.pack_id and r.pack_hash = i.content_hash) as runs
     from packs_installed i where $1::text is null or pack_id = $1
     order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc, content_hash`,
    [packId ?? null],
  )
  const versions: InstalledVersion[] = []
  for (const row of rows) {
    const kept = await findKeptContent(db, { packId: row.pack_id, hash: row.content_hash })
    // Kept by a later program in a shape that this one does not know: not offered, and never lost.
    if (kept === undefined) continue
    const { title, issuer, document, scope, since, until } = kept.pack.pack
    versions.push({
      pack_id: row.pack_id,
      version: row.version,
      hash: row.content_hash,
      title,
      issuer,
      document,
      scope,
      since,
      ...(until !== undefined && { until }),
      installed_at: row.installed_at,
      unverified: kept.unverified.length,
      periods: row.periods,
      runs: row.runs,
    })
  }
  return versions
}
