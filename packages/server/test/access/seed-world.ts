import type { Database } from '../../src/platform/db/database.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { archiveCatalogueColumns, archiveCatalogueRows } from './seed-archive.ts'
import { seedPack, seedPackContent, seedRegisters } from './seed-collection.ts'
import { dutyPlanColumns, dutyPlanRows } from './seed-duties.ts'
import { seedDefinitions } from './seed-enrolment.ts'
import { type Contents, type OwnedRow, planRows } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

interface CatalogueColumn {
  readonly table: string
  readonly column: string
  readonly type: string
}

/** Brings the planned world into a database, with the rights of its owner. */
export async function seedWorld(db: Database, world: SeedWorld, contents: Contents = {}): Promise<void> {
  await db.transaction((queries) => createRegisterTables(queries, seedPack.id, seedRegisters))
  await db.run(
    `insert into packs_installed (pack_id, version, content_hash, title, content) values ($1, '1.0.0', $2, '试验', $3),
       ($1, '0.9.0', $4, '试验', $3)`,
    [seedPack.id, seedPack.hash, JSON.stringify(seedPackContent), seedPack.former],
  )
  await db.loadRows('duties_plans', dutyPlanColumns, dutyPlanRows(world))
  await db.loadRows('archive_catalogues', archiveCatalogueColumns, archiveCatalogueRows(world))
  await seedDefinitions(db, world)
  const columns = await confinedColumns(db)
  const rows = planRows(world, contents)
  const unknown = [...columns.keys()].filter((table) => !rows.has(table))
  if (unknown.length > 0)
    throw new Error(`test/access/seed-rows.ts does not know these tables yet: ${unknown.join(', ')}`)
  for (const [table, owned] of rows) await fill(db, table, columns.get(table) ?? [], owned)
  const names = world.people.map((person) => [person.login, person.unit.county, person.id])
  await db.loadRows('identity_login_names', ['login_name', 'county_code', 'person_id'], names)
}

/** Every table whose rows belong to units, as the catalogue has it, with its columns. */
export async function confinedColumns(
  db: Pick<Database, 'run'>,
): Promise<ReadonlyMap<string, readonly CatalogueColumn[]>> {
  const rows = await db.run<CatalogueColumn>(
    `select c.relname::text as "table", a.attname::text as "column", format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_path' and not o.attisdropped)
       and a.attidentity <> 'a' and a.attgenerated = ''
     order by c.relname, a.attnum`,
  )
  const tables = new Map<string, CatalogueColumn[]>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  return tables
}

async function fill(db: Database, table: string, columns: readonly CatalogueColumn[], owned: readonly OwnedRow[]) {
  const names = columns.map(({ column }) => column)
  const lines = owned.map(({ unit, row }) =>
    columns.map(({ column, type }) => (Object.hasOwn(row, column) ? row[column] : filler(unit, column, type))),
  )
  for (let from = 0; from < lines.length; from += 1500) await db.loadRows(table, names, lines.slice(from, from + 1500))
}

function filler(unit: SeedUnit, column: string, type: string): unknown {
  if (column === 'county_code') return unit.county
  if (column === 'org_path') return unit.path
  switch (type) {
    case 'text':
      return unit.canary
    case 'text[]':
      return `{${unit.canary}}`
    case 'jsonb':
      return JSON.stringify({ canary: unit.canary })
    case 'bytea':
      return Buffer.from(unit.canary)
    case 'boolean':
      return false
    case 'integer':
    case 'bigint':
    case 'numeric':
      return 1
    case 'date':
      return '2020-01-01'
    case 'timestamp with time zone':
      return '2026-01-05T00:00:00Z'
    default:
      throw new Error(`test/access/seed-world.ts has no value for a column of type ${type}`)
  }
}
