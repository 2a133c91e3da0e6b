import type { MoveEffect } from '@eduduty/core/evaluation'
import { getPeriod, makeTaskPack, type PeriodKey } from '../../collection/index.ts'
import { readSoundDraft } from '../../packs/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readSnapshot } from '../assess-collected.ts'
import { effectOf } from './effect-of.ts'

/**
 * What a draft would change in the results of a period, on what it has collected so far: the rows are those of its own
 * forms, and nothing is installed. Errors: `collection.period_not_found`, `pack.draft_not_found`, `pack.draft_wrong`,
 * `pack.trial_of_another`, `evaluation.nothing_collected`.
 */
export async function tryDraft(ctx: Ctx, key: PeriodKey, draft: string): Promise<MoveEffect> {
  const period = await getPeriod(ctx, key)
  const { pack, hash } = await readSoundDraft(ctx.db, { county: key.county, draft })
  const { pack_id: packId, pack_hash: packHash, county_code: county, year, title } = period
  if (pack.pack.id !== packId) throw new AppError('pack.trial_of_another', { title })
  const before = await readSnapshot(ctx, { county, packId, packHash, year, kind: 'preview' })
  if (!before.collected.rows.some((row) => row.year === year))
    throw new AppError('evaluation.nothing_collected', { period: title, year })
  const tried = makeTaskPack(pack, hash)
  const known = new Set(pack.registers.map(({ id }) => id))
  const rows = before.collected.rows.filter(({ register }) => known.has(register))
  return effectOf(before, { ...before, pack: tried, plan: tried.plan(), collected: { ...before.collected, rows } })
}
