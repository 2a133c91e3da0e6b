import type { CareKind, ClockRule, DiagnosisRule, Dose, Pack, PlacementKind } from '@eduduty/core/packs'
import { findKeptContent } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { shippedDropoutPack } from '../find-dropout-pack.ts'

/** What a pack says of placements, lessons at home, care and what experts find out. */
export interface CarePack {
  readonly pack: string
  readonly version: string
  readonly placements: readonly PlacementKind[]
  readonly doses: readonly Dose[]
  readonly care: readonly CareKind[]
  readonly diagnoses: readonly DiagnosisRule[]
  readonly clocks: readonly ClockRule[]
}

/** The newest installed pack that says how children are placed, a province's overlay among them; else as shipped. */
export async function getCarePack(db: Queries): Promise<CarePack> {
  const [newest] = await db.run<{ pack_id: string; hash: string }>(
    `select pack_id, content_hash as hash from packs_installed
     where jsonb_array_length(coalesce(content->'placements', '[]'::jsonb)) > 0
     order by installed_at desc, content_hash limit 1`,
  )
  const kept = newest && (await findKeptContent(db, { packId: newest.pack_id, hash: newest.hash }))
  return carePack(kept?.pack ?? (await shippedDropoutPack()))
}

function carePack({ pack, placements = [], doses = [], care = [], diagnoses = [], clocks = [] }: Pack): CarePack {
  return { pack: pack.id, version: pack.version, placements, doses, care, diagnoses, clocks }
}

/** The time limit of a kind of care; undefined where the pack has lost it. */
export function clockOf({ care, clocks }: CarePack, id: string): ClockRule | undefined {
  const clock = care.find((one) => one.id === id)?.clock
  return clocks.find((one) => one.id === clock)
}
