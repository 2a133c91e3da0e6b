import type { Pack } from '@eduduty/core/packs'
import { findKeptContent, packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'

export interface AskingPack {
  readonly pack: Pack
  readonly hash: string
}

/** A pack in its newest installed version, else as it is shipped; undefined where neither knows it. */
export async function findAskingPack(db: Queries, id: string): Promise<AskingPack | undefined> {
  const [newest] = await db.run<{ hash: string }>(
    `select content_hash as hash from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc limit 1`,
    [id],
  )
  const kept = newest === undefined ? undefined : await findKeptContent(db, { packId: id, hash: newest.hash })
  if (kept !== undefined && newest !== undefined) return { pack: kept.pack, hash: newest.hash }
  return /^[a-z][a-z0-9-]{0,99}$/.test(id) ? shippedPack(id) : undefined
}

/** Packs as they came with the program, each read once: they do not change while it runs. */
const shipped = new Map<string, Promise<AskingPack | undefined>>()

function shippedPack(id: string): Promise<AskingPack | undefined> {
  const known = shipped.get(id)
  if (known !== undefined) return known
  const reading = readPack(id, packsFolder()).then(({ loaded }) =>
    loaded === undefined ? undefined : { pack: loaded.pack, hash: loaded.hash },
  )
  // What is no pack is not kept: people may ask for any name.
  shipped.set(id, reading)
  const forget = (): void => void shipped.delete(id)
  reading.then((found) => found ?? forget(), forget)
  return reading
}
