import type { Database } from '../../src/platform/db/database.ts'
import { confinedColumns } from './seed-world.ts'

/** What may change by asking: the log, the time a session was last used, and how often somebody revealed numbers. */
const besides = new Set(['audit_chains', 'audit_events', 'identity_reveal_counts'])

/** A text that is the same as long as no row of the world has changed. */
export async function fingerprint(db: Pick<Database, 'run'>): Promise<string> {
  const tables = [...(await confinedColumns(db)).keys()].filter((table) => !besides.has(table))
  const parts = [...tables, 'identity_login_names', 'organizations_areas', 'platform_settings'].map(
    (table) =>
      `select '${table}' as name, md5(string_agg(md5((to_jsonb(t) - 'seen_at')::text), '' order by t::text)) as sum from ${table} t`,
  )
  return JSON.stringify(await db.run(`${parts.join(' union all ')} order by name`))
}
