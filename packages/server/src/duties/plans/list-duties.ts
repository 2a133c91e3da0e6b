import type { Duty, Pack } from '@eduduty/core/packs'
import { findKeptPack, packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { DUTY_PACK } from '../tasks/clock-rules.ts'

/** A duty with the pack that says so. */
export interface PackDuty {
  readonly pack: string
  readonly duty: Duty
}

/** Duties of the installed packs, of each the newest version, and those of the law that are shipped with the program. */
export async function listDuties(db: Queries): Promise<readonly PackDuty[]> {
  const installed = await db.run<{ pack_id: string; content_hash: string }>(
    `select distinct on (pack_id) pack_id, content_hash from packs_installed
     order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc`,
  )
  const packs = new Map<string, Pack>()
  for (const { pack_id: packId, content_hash: hash } of installed) {
    const kept = await findKeptPack(db, { packId, hash })
    if (kept !== undefined) packs.set(packId, kept)
  }
  if (!packs.has(DUTY_PACK)) {
    const { loaded } = await readPack(DUTY_PACK, packsFolder())
    if (loaded !== undefined) packs.set(DUTY_PACK, loaded.own)
  }
  return [...packs]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pack, { duties = [] }]) => duties.map((duty) => ({ pack, duty })))
}

/** Undefined when no pack has it. */
export async function findDuty(db: Queries, pack: string, id: string): Promise<PackDuty | undefined> {
  return (await listDuties(db)).find((one) => one.pack === pack && one.duty.id === id)
}
