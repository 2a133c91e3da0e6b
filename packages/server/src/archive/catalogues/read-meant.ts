import { findWhoOwes } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { Meant } from './who-is-meant.ts'

interface AskingCatalogue {
  readonly county_code: string
  readonly pack_id: string
  readonly year: number
}

/** What the newest evaluation of a catalogue's year knows of the materials that only some owe, and of those who owe none. */
export async function readMeant(
  db: Queries,
  { county_code: county, pack_id: pack, year }: AskingCatalogue,
): Promise<Meant> {
  return { year, ...(await findWhoOwes(db, { county, pack, year })) }
}
