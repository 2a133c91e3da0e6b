import type { Database } from '../../src/platform/db/database.ts'
import { quoteName } from '../../src/platform/db/identifiers.ts'
import { confinedColumns } from './seed-world.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** What stands above a person's own is named to them, and the county has one count of events; nothing else of it is shown. */
const namedAbove = new Set(['organizations_units', 'organizations_unit_versions', 'audit_chains'])

export interface Kept {
  readonly world: SeedWorld
  /** Units whose rows stay. */
  readonly shown: ReadonlySet<SeedUnit>
}

/** Removes every row that the person may not see, as if it had never been there. */
export async function removeForeignRows(db: Database, { world, shown }: Kept): Promise<void> {
  const own = [...shown].map(({ path }) => path)
  const above = world.units.map(({ path }) => path).filter((path) => own.some((place) => place.startsWith(path)))
  await db.run('set local session_replication_role = replica')
  for (const table of (await confinedColumns(db)).keys()) {
    const kept = namedAbove.has(table) ? [...own, ...above] : own
    await db.run(`delete from ${quoteName(table)} where not (org_path = any ($1))`, [kept])
  }
  await db.run('set local session_replication_role = origin')
}
