import type { Duty, Pack } from '@eduduty/core/packs'
import { findKeptPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { DUTY_PACK, shippedDuties } from './shipped-duties.ts'

/** A duty with the pack that says so. */
export interface PackDuty {
  readonly pack: string
  readonly duty: Duty
}

/** SQL: installed packs, of each the newest version. */
export const newestInstalled = `select distinct on (pack_id) pack_id, content_hash, content from packs_installed
  order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc`

/** Installed packs with duties. Others are not read: a pack is long. */
async function packsWithDuties(db: Queries): Promise<Map<string, Pack>> {
  const installed = await db.run<{ pack_id: string; content_hash: string }>(
    `select pack_id, content_hash from (${newestInstalled}) p
     where pack_id = $1 or jsonb_array_length(coalesce(content -> 'duties', '[]')) > 0`,
    [DUTY_PACK],
  )
  const packs = new Map<string, Pack>()
  for (const { pack_id: packId, content_hash: hash } of installed) {
    const kept = await findKeptPack(db, { packId, hash })
    if (kept !== undefined) packs.set(packId, kept)
  }
  return packs
}

/** Duties of the installed packs, and those of the law that are shipped with the program. */
export async function listDuties(db: Queries): Promise<readonly PackDuty[]> {
  const packs = await packsWithDuties(db)
  if (!packs.has(DUTY_PACK)) packs.set(DUTY_PACK, await shippedDuties())
  return [...packs]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pack, { duties = [] }]) => duties.map((duty) => ({ pack, duty })))
}

/** Undefined when no pack has it. */
export async function findDuty(db: Queries, pack: string, id: string): Promise<PackDuty | undefined> {
  return (await listDuties(db)).find((one) => one.pack === pack && one.duty.id === id)
}
