import type { Queries } from '../../platform/db/database.ts'

/** What one unit may keep where the installation has not set anything: five times what a school sends in ten years. */
const DEFAULT_QUOTA = 5 * 1024 * 1024 * 1024

const settingName = 'archive.quota_bytes'

/** Bytes that one unit may keep, all versions counted. */
export async function readQuota(db: Queries): Promise<number> {
  const row = await db.kysely
    .selectFrom('platform_settings')
    .select('value')
    .where('name', '=', settingName)
    .executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : DEFAULT_QUOTA
}

/** Bytes that a unit may keep: what was set for it, else what all may. */
export async function quotaOf(db: Queries, county: string, path: string): Promise<number> {
  const [row] = await db.run<{ bytes: number }>(
    'select quota_bytes as bytes from archive_quotas where county_code = $1 and org_path = $2',
    [county, path],
  )
  return row?.bytes ?? (await readQuota(db))
}

/** Bytes that a unit keeps. */
export async function usedBy(db: Queries, county: string, path: string): Promise<number> {
  const [row] = await db.run<{ bytes: number }>(
    'select coalesce(sum(bytes), 0)::bigint as bytes from archive_versions where county_code = $1 and org_path = $2',
    [county, path],
  )
  return row?.bytes ?? 0
}
