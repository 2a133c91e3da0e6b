import { dayOf } from '@eduduty/core/calendar'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { findAskingPack } from './asking-pack.ts'
import { fingerprintOf, growNeeds } from './grow-needs.ts'

interface Grown {
  readonly county_code: string
  readonly pack_id: string
  readonly grown_hash: string
}

/** Whether the pack or the county's units would have other needs grow today. */
export async function isBehind({ db, now }: Pick<Ctx, 'db' | 'now'>, row: Grown): Promise<boolean> {
  const asking = await findAskingPack(db, row.pack_id)
  if (asking === undefined) return false
  const units = await treeAsOf(db, row.county_code, dayOf(now))
  return fingerprintOf(asking, growNeeds(asking.pack, row.county_code, units)) !== row.grown_hash
}
