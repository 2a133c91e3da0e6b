import { type Ctx, holderIdOf } from '../../platform/ctx.ts'
import { freezeTask } from '../review/approve-task.ts'
import { getPeriod, type PeriodKey } from './read-periods.ts'

/** Freezes every verified task of a period that the caller reaches and nobody else was given; returns how many. */
export async function freezePeriod(ctx: Ctx, key: PeriodKey, reason: string): Promise<number> {
  await getPeriod(ctx, key)
  const verified = await ctx.db.kysely
    .selectFrom('collection_tasks')
    .select('task_id')
    .where('county_code', '=', key.county)
    .where('period_id', '=', key.periodId)
    .where('state', '=', 'verified')
    .where((is) => is.or([is('assigned_to', 'is', null), is('assigned_to', '=', holderIdOf(ctx.actor))]))
    .orderBy('task_id')
    .execute()
  for (const { task_id } of verified) await freezeTask(ctx, { county: key.county, taskId: task_id }, reason)
  return verified.length
}
