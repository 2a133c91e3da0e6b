import type { MovePreview } from '@eduduty/core/evaluation'
import { diffPacks } from '@eduduty/core/packs'
import { compareForms, getPeriod, getTaskPack, type PeriodKey } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readSnapshot } from '../assess-collected.ts'
import { effectOf } from './effect-of.ts'

/**
 * What moving a period to another version would change: rules in sentences, forms with what is carried, results on the
 * data collected so far. Errors: `collection.period_not_found`, `collection.pack_not_found`.
 */
export async function previewMove(ctx: Ctx, key: PeriodKey, hash: string): Promise<MovePreview> {
  const period = await getPeriod(ctx, key)
  const packId = period.pack_id
  const from = await getTaskPack(ctx.db, { packId, hash: period.pack_hash })
  const to = await getTaskPack(ctx.db, { packId, hash })
  const wanted = { county: period.county_code, packId, year: period.year, kind: 'preview' } as const
  const before = await readSnapshot(ctx, { ...wanted, packHash: period.pack_hash })
  const after = await readSnapshot(ctx, { ...wanted, packHash: hash })
  const hasData = before.collected.rows.some(({ year }) => year === period.year)
  return {
    from_version: from.pack.pack.version,
    to_version: to.pack.pack.version,
    changes: diffPacks(from.pack, to.pack),
    ...(await compareForms(ctx.db, period, { from, to })),
    ...(hasData && { effect: effectOf(before, after) }),
  }
}
