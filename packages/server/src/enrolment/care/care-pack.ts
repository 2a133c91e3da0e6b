import { dayOf } from '@eduduty/core/calendar'
import { doseOn } from '@eduduty/core/enrolment'
import type { CareKind, ClockRule, DiagnosisRule, Dose, Pack, PlacementKind } from '@eduduty/core/packs'
import { findKeptContent } from '../../packs/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { shippedDropoutPack } from '../find-dropout-pack.ts'

/** What a pack says of placements, lessons at home, care and what experts find out. */
export interface CarePack {
  readonly pack: string
  readonly title: string
  readonly version: string
  readonly placements: readonly PlacementKind[]
  readonly doses: readonly Dose[]
  readonly care: readonly CareKind[]
  readonly diagnoses: readonly DiagnosisRule[]
  readonly clocks: readonly ClockRule[]
}

/**
 * The pack in force for a county on a day: of those installed that say how children are placed, the one with a dose for
 * the county, the nearest first; else the newest of those in force; else as shipped.
 */
export async function getCarePack(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  county: string,
  day: string = dayOf(now),
): Promise<CarePack> {
  const installed = await db.run<{ pack_id: string; hash: string }>(
    `select pack_id, content_hash as hash from (select distinct on (pack_id) * from packs_installed
       where jsonb_array_length(coalesce(content->'placements', '[]'::jsonb)) > 0
         and coalesce(content->'pack'->>'since', '') <= $1 and coalesce(content->'pack'->>'until', '9999') >= $1
       order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc) p
     order by installed_at desc, content_hash`,
    [day],
  )
  const packs: Pack[] = []
  for (const { pack_id: packId, hash } of installed) {
    const kept = await findKeptContent(db, { packId, hash })
    if (kept !== undefined) packs.push(kept.pack)
  }
  const nearness = ({ doses = [] }: Pack): number => {
    const dose = doseOn(doses, county, day)
    return dose === undefined ? -1 : (dose.jurisdiction ?? '').length
  }
  const [nearest] = packs.toSorted((one, other) => nearness(other) - nearness(one))
  return carePack(nearest ?? (await shippedDropoutPack()))
}

function carePack({ pack, placements = [], doses = [], care = [], diagnoses = [], clocks = [] }: Pack): CarePack {
  return { pack: pack.id, title: pack.title, version: pack.version, placements, doses, care, diagnoses, clocks }
}
