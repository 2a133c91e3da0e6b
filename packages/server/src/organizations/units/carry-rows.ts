import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { everywhere } from '../../platform/db/confined.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { reaching } from '../../platform/db/reaching.ts'

/** Rows of one table that changed their owner path. */
export interface CarriedRows {
  readonly title: string
  readonly rows: number
}

interface PathColumn {
  readonly table: string
  readonly title: string
  readonly column: string
  readonly append_only: boolean
}

/**
 * Carries every row at or below `from` to `to`, in whatever table it is: the tables are found in the catalogue, so that
 * none can be forgotten. The audit log stays as it was written. Grants name paths of other counties' units too, so theirs
 * are changed wherever the grant is kept.
 */
export async function carryRows(ctx: Ctx, county: string, from: OrgPath, to: OrgPath): Promise<readonly CarriedRows[]> {
  if (from === to) return []
  const columns = await listPathColumns(ctx)
  // Who is writing into one of them ends first; who comes after finds the new paths. Append-only tables cannot be locked
  // by whoever may not change them: they come last, when the rows that their writers lock first are taken.
  const lockable = tablesOf(columns.filter(({ append_only }) => !append_only))
  await ctx.db.run(`lock table ${lockable.join(', ')} in share row exclusive mode`)
  const carried = new Map<string, number>()
  for (const { table, title, column } of columns) {
    const update = () =>
      carryColumn(ctx, { table, column, county: column === 'org_path' ? county : undefined, from, to })
    const rows = column === 'org_path' ? await update() : await reaching(ctx, everywhere, update)
    carried.set(title, Math.max(rows, carried.get(title) ?? 0))
  }
  return [...carried].flatMap(([title, rows]) => (rows === 0 ? [] : [{ title, rows }]))
}

const tablesOf = (columns: readonly PathColumn[]): readonly string[] => [
  ...new Set(columns.map(({ table }) => quoteName(table))),
]

function listPathColumns({ db }: Ctx): Promise<PathColumn[]> {
  return db.run<PathColumn>(
    `select c.relname as table, a.attname as column, coalesce(obj_description(c.oid, 'pg_class'), c.relname) as title,
       not has_table_privilege(c.oid, 'update') as append_only
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where a.attname in ('org_path', 'scope_path') and not a.attisdropped
       and c.relname not in ('audit_events', 'audit_chains')
     order by append_only, c.relname, a.attname`,
  )
}

interface Carriage {
  readonly table: string
  readonly column: string
  /** Undefined: in every county. */
  readonly county: string | undefined
  readonly from: OrgPath
  readonly to: OrgPath
}

async function carryColumn({ db }: Ctx, { table, column, county, from, to }: Carriage): Promise<number> {
  const place = quoteName(column)
  const rows = await db.run<{ carried: number }>(
    `with carried as (
       update ${quoteName(table)} set ${place} = $1 || substr(${place}, length($2) + 1)
       where ${place} ~>=~ $2 and ${place} ~<~ $3 ${county === undefined ? '' : 'and county_code = $4'}
       returning 1)
     select count(*) as carried from carried`,
    [to, from, `${from.slice(0, -1)}0`, ...(county === undefined ? [] : [county])],
  )
  return Number(rows[0]?.carried ?? 0)
}
