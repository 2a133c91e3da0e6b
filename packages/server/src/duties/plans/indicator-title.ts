import { packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { findInstalledPacks } from './list-duties.ts'

/** What an indicator is called by its pack, installed or shipped; its id where neither knows it. */
export async function indicatorTitle(db: Queries, pack: string, indicator: string): Promise<string> {
  const known = (await findInstalledPacks(db, pack)).get(pack) ?? (await readPack(pack, packsFolder())).loaded?.pack
  return known?.indicators.find(({ id }) => id === indicator)?.title ?? indicator
}
