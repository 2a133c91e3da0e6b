import { findAskedEvidence } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { CatalogueRow } from './catalogue-row.ts'
import type { Meant } from './who-is-meant.ts'

/** What the newest evaluation of a catalogue's year knows of the materials that only some owe. */
export async function readMeant(
  db: Queries,
  { county_code: county, pack_id: pack, year }: Pick<CatalogueRow, 'county_code' | 'pack_id' | 'year'>,
): Promise<Meant> {
  return { year, asked: await findAskedEvidence(db, { county, pack, year }) }
}
