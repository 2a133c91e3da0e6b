import { packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { newestInstalled } from './list-duties.ts'

/** What readers call an indicator, and the unit in which it is shown; empty where it has none. */
export interface NamedIndicator {
  readonly title: string
  readonly unit: string
}

/** As the pack has it, installed or shipped; the id as title where neither knows it. */
export type NameIndicator = (pack: string, indicator: string) => Promise<NamedIndicator>

/** Names indicators of packs, each of which is asked once. */
export function indicatorNamer(db: Queries): NameIndicator {
  const installed = new Map<string, Promise<ReadonlyMap<string, NamedIndicator>>>()
  return async (pack, indicator) => {
    const names = installed.get(pack) ?? installedNames(db, pack)
    installed.set(pack, names)
    return (await names).get(indicator) ?? (await shippedNames(pack)).get(indicator) ?? { title: indicator, unit: '' }
  }
}

async function installedNames(db: Queries, pack: string): Promise<ReadonlyMap<string, NamedIndicator>> {
  const rows = await db.run<NamedIndicator & { id: string }>(
    `select i ->> 'id' as id, i ->> 'title' as title, coalesce(i ->> 'unit', '') as unit
     from (${newestInstalled}) p, jsonb_array_elements(p.content -> 'indicators') i where p.pack_id = $1`,
    [pack],
  )
  return new Map(rows.map(({ id, title, unit }) => [id, { title, unit }]))
}

const reading = new Map<string, Promise<ReadonlyMap<string, NamedIndicator>>>()

/** Names of the indicators of a pack as it came with the program, read once. */
function shippedNames(pack: string): Promise<ReadonlyMap<string, NamedIndicator>> {
  const found =
    reading.get(pack) ??
    readPack(pack, packsFolder()).then(
      ({ loaded }) => new Map((loaded?.pack.indicators ?? []).map(({ id, title, unit = '' }) => [id, { title, unit }])),
    )
  reading.set(pack, found)
  return found
}
