import type { MovePeriodBody, PeriodVersions } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { assertWholeCounty } from '../periods/assert-whole-county.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import { assertMovable, compareForms } from './compare-forms.ts'
import { readPeriodVersions } from './read-period-versions.ts'
import { assertStandsAt, lockPeriod, takeMove } from './take-move.ts'

/**
 * Moves a period with all its tasks to another installed version of its pack; rows keep their values. Errors:
 * `collection.plan_whole_county`, `collection.period_not_found`, `collection.pack_not_found`, `pack.move_stale`,
 * `pack.move_same`, `pack.move_refused`.
 */
export async function movePeriod(ctx: Ctx, key: PeriodKey, body: MovePeriodBody): Promise<PeriodVersions> {
  const period = await lockPeriod(ctx, key)
  assertWholeCounty(ctx, key.county)
  assertStandsAt(period, body.from)
  if (body.to === period.pack_hash) throw new AppError('pack.move_same')
  const from = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const to = await getTaskPack(ctx.db, { packId: period.pack_id, hash: body.to })
  const compared = await compareForms(ctx.db, period, { from, to })
  assertMovable(compared)
  const carried = compared.forms.reduce((sum, form) => sum + form.carried, 0)
  await takeMove(ctx, period, { kind: 'move', undoes: null, to: body.to, carried, reason: body.reason })
  return readPeriodVersions(ctx, key)
}
