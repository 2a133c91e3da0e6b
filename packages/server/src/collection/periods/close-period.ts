import type { PeriodEntry } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { getPeriod, type PeriodKey, presentPeriod } from './read-periods.ts'

/** Closes a period: nothing more is taken but what reviewers returned. Errors: `collection.period_not_found`. */
export async function closePeriod(ctx: Ctx, key: PeriodKey, reason: string): Promise<PeriodEntry> {
  const { title } = await getPeriod(ctx, key)
  await ctx.db.kysely
    .updateTable('collection_periods')
    .set({ status: 'closed', closed_by: ctx.actor.name, closed_at: ctx.now })
    .where('county_code', '=', key.county)
    .where('period_id', '=', key.periodId)
    .execute()
  await ctx.db.kysely
    .updateTable('collection_tasks')
    .set({ is_closed: true })
    .where('county_code', '=', key.county)
    .where('period_id', '=', key.periodId)
    .execute()
  ctx.audit({ action: 'collection.close_period', subject: title, reason })
  return presentPeriod(ctx, await getPeriod(ctx, key))
}
