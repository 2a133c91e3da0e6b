import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/platform/db/database.ts'
import { confinedColumns } from './seed-world.ts'

/** What may change by asking: the log, the time a session was last used, and how often somebody revealed numbers. */
const besides = new Set(['audit_chains', 'audit_events', 'identity_reveal_counts'])
/** Of these a column may change: they are always read whole. */
const partly = new Set(['identity_sessions', 'collection_task_events'])
/** Rows that asking may leave behind: a form's own history tells that an offline packet of it was handed out. */
const left: Readonly<Record<string, string>> = { collection_task_events: `where action <> 'packet_out'` }

type Reader = Pick<Database, 'run'>

interface Known {
  readonly rows: string
  readonly text: string
}

const known = new WeakMap<Reader, Known>()

interface KnownTables {
  readonly catalogue: string
  readonly tables: readonly string[]
  /** Name of the statement that asks which rows they have: planning it takes longer than answering it. */
  readonly question: string
}

const knownTables = new WeakMap<Reader, KnownTables>()

/** A text that is the same as long as no row of the world has changed. */
export async function fingerprint(db: Reader): Promise<string> {
  const { tables, question } = await tablesOf(db)
  const rows = JSON.stringify(await db.run(`execute ${question}`))
  const before = known.get(db)
  if (before?.rows === rows) return before.text
  const text = JSON.stringify(await db.run(`${tables.map(contentOf).join(' union all ')} order by name`))
  known.set(db, { rows, text })
  return text
}

/** Tables that tell of the world; looked up again when there is another table than before, or one less. */
async function tablesOf(db: Reader): Promise<KnownTables> {
  const catalogue = JSON.stringify(await db.run('select count(*), max(oid::bigint) from pg_class'))
  const before = knownTables.get(db)
  if (before?.catalogue === catalogue) return before
  const confined = [...(await confinedColumns(db)).keys()].filter((table) => !besides.has(table))
  const tables = [...confined, 'identity_login_names', 'organizations_areas', 'platform_settings']
  const question = `rows_${randomUUID().replaceAll('-', '')}`
  await db.run(`prepare ${question} as ${rowsOf(tables)}`)
  const now = { catalogue, tables, question }
  knownTables.set(db, now)
  return now
}

/**
 * Which rows there are, without what is in them: whatever is written to a row makes another row of it, with the number
 * of its transaction. Where this is as before, so is the content.
 */
function rowsOf(tables: readonly string[]): string {
  const parts = tables.map((table) =>
    partly.has(table)
      ? contentOf(table)
      : `select '${table}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as sum from ${table}`,
  )
  return `${parts.join(' union all ')} order by name`
}

function contentOf(table: string): string {
  return `select '${table}' as name, md5(string_agg(md5((to_jsonb(t) - 'seen_at')::text), '' order by t::text)) as sum from ${table} t ${left[table] ?? ''}`
}
