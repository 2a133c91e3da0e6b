import type { Duty, Pack } from '@eduduty/core/packs'
import { findKeptPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { DUTY_PACK, shippedDuties } from './shipped-duties.ts'

/** A duty with the pack that says so. */
export interface PackDuty {
  readonly pack: string
  readonly duty: Duty
}

/** Installed packs, of each the newest version; `only`: no other than this one. */
export async function findInstalledPacks(db: Queries, only?: string): Promise<Map<string, Pack>> {
  const installed = await db.run<{ pack_id: string; content_hash: string }>(
    `select distinct on (pack_id) pack_id, content_hash from packs_installed where $1::text is null or pack_id = $1
     order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc`,
    [only ?? null],
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
  const packs = await findInstalledPacks(db)
  if (!packs.has(DUTY_PACK)) packs.set(DUTY_PACK, await shippedDuties())
  return [...packs]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pack, { duties = [] }]) => duties.map((duty) => ({ pack, duty })))
}

/** Undefined when no pack has it. */
export async function findDuty(db: Queries, pack: string, id: string): Promise<PackDuty | undefined> {
  return (await listDuties(db)).find((one) => one.pack === pack && one.duty.id === id)
}
