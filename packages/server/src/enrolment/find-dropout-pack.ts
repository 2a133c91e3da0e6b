import type { Pack } from '@eduduty/core/packs'
import { findKeptContent, packsFolder, readPack } from '../packs/index.ts'
import type { Queries } from '../platform/db/database.ts'
import { CASE_PACK } from './cases/definitions/find-casework.ts'

/** The pack on children out of school: its newest installed version, else as shipped. */
export async function findDropoutPack(db: Queries): Promise<Pack> {
  const [newest] = await db.run<{ hash: string }>(
    `select content_hash as hash from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc limit 1`,
    [CASE_PACK],
  )
  const kept = newest === undefined ? undefined : await findKeptContent(db, { packId: CASE_PACK, hash: newest.hash })
  return kept?.pack ?? shippedDropoutPack()
}

let shipped: Promise<Pack> | undefined

export function shippedDropoutPack(): Promise<Pack> {
  shipped ??= readPack(CASE_PACK, packsFolder()).then(({ loaded }) => {
    if (loaded === undefined) throw new Error(`pack ${CASE_PACK} cannot be read`)
    return loaded.own
  })
  return shipped
}
