import { packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { newestInstalled } from './list-duties.ts'

/** What an indicator is called by its pack, installed or shipped; its id where neither knows it. */
export async function indicatorTitle(db: Queries, pack: string, indicator: string): Promise<string> {
  const [found] = await db.run<{ title: string }>(
    `select i ->> 'title' as title from (${newestInstalled}) p, jsonb_array_elements(p.content -> 'indicators') i
     where p.pack_id = $1 and i ->> 'id' = $2 limit 1`,
    [pack, indicator],
  )
  return found?.title ?? (await shippedTitles(pack)).get(indicator) ?? indicator
}

const reading = new Map<string, Promise<ReadonlyMap<string, string>>>()

/** Titles of the indicators of a pack as it came with the program, read once. */
function shippedTitles(pack: string): Promise<ReadonlyMap<string, string>> {
  const found =
    reading.get(pack) ??
    readPack(pack, packsFolder()).then(
      ({ loaded }) => new Map((loaded?.pack.indicators ?? []).map(({ id, title }) => [id, title])),
    )
  reading.set(pack, found)
  return found
}
