import type { ClockRule, Pack, Periodic } from '@eduduty/core/packs'
import { findKeptContent, packsFolder, readPack } from '../../../packs/index.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { CASE_PACK } from '../../cases/definitions/find-casework.ts'

export interface PeriodicRules {
  readonly rules: readonly Periodic[]
  readonly clocks: readonly ClockRule[]
  /** On which day school years begin, `09-01`. */
  readonly beginsOn: string
}

/** The reports that are owed again and again: by the newest installed version of the pack, else as shipped. */
export async function findPeriodicRules(db: Queries): Promise<PeriodicRules> {
  const [newest] = await db.run<{ hash: string }>(
    `select content_hash as hash from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc limit 1`,
    [CASE_PACK],
  )
  const kept = newest === undefined ? undefined : await findKeptContent(db, { packId: CASE_PACK, hash: newest.hash })
  const own = kept === undefined ? undefined : rulesOf(kept.pack)
  // A version installed before there were any says nothing of them.
  return own !== undefined && own.rules.length > 0 ? own : shippedRules()
}

let shipped: Promise<PeriodicRules> | undefined

function shippedRules(): Promise<PeriodicRules> {
  shipped ??= readPack(CASE_PACK, packsFolder()).then(({ loaded }) => {
    if (loaded === undefined) throw new Error(`pack ${CASE_PACK} cannot be read`)
    return rulesOf(loaded.own)
  })
  return shipped
}

const rulesOf = ({ periodic, clocks, pack }: Pack): PeriodicRules => ({
  ...{ rules: periodic ?? [], clocks: clocks ?? [], beginsOn: pack.reference_day ?? '09-01' },
})
