import { type ExtendBody, owedStates } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { settleRequests } from '../review/settle-requests.ts'
import { getPeriod, type PeriodKey } from './read-periods.ts'

/**
 * Gives tasks of a period another last day, and opens them again where the period is closed; a request for more time is
 * answered by it; frozen ones keep theirs. Returns how many. Errors: `collection.due_past`,
 * `collection.period_not_found`, `collection.task_not_found` when one of them is not of the period.
 */
export async function extendTasks(ctx: Ctx, key: PeriodKey, body: ExtendBody): Promise<number> {
  if (body.closes_on < dayOf(ctx.now)) throw new AppError('collection.due_past', { due_on: body.closes_on })
  const { title } = await getPeriod(ctx, key)
  await assertOfPeriod(ctx, key, body.task_ids)
  const extended = await ctx.db.run<{ task_id: string }>(
    `update collection_tasks set closes_on = greatest($4::date, opens_on), is_closed = false,
       due_on = greatest($4::date, opens_on)
     where county_code = $1 and period_id = $2 and task_id = any($3::text[]) and state = any($5::text[])
     returning task_id`,
    [key.county, key.periodId, body.task_ids, body.closes_on, owedStates],
  )
  await ctx.db.run(
    `update collection_returned_cells r set due_on = t.due_on from collection_tasks t
     where t.county_code = r.county_code and t.task_id = r.task_id and t.state = 'returned'
       and r.county_code = $1 and r.task_id = any($2::text[]) and r.settled_at is null`,
    [key.county, extended.map(({ task_id }) => task_id)],
  )
  const granted = { status: 'granted', answer: body.reason, kinds: ['extension'] } as const
  for (const { task_id: taskId } of extended) await settleRequests(ctx, { county: key.county, taskId }, granted)
  await ctx.db.run(
    `insert into collection_task_events (county_code, task_id, action, state, version, actor_id, actor_name, occurred_at,
       reason, says, org_path)
     select county_code, task_id, 'extend', state, version, $4, $5, $6, $7, '期限改为 ' || closes_on, org_path from collection_tasks
     where county_code = $1 and period_id = $2 and task_id = any($3::text[])`,
    [
      key.county,
      key.periodId,
      extended.map(({ task_id }) => task_id),
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
      body.reason,
    ],
  )
  ctx.audit({
    action: 'collection.extend',
    subject: title,
    reason: body.reason,
    detail: { tasks: extended.length, closes_on: body.closes_on },
  })
  return extended.length
}

/** All or none: a list with a task that is not there is refused whole. */
async function assertOfPeriod({ db }: Ctx, { county, periodId }: PeriodKey, ids: readonly string[]): Promise<void> {
  const [known] = await db.run<{ tasks: number }>(
    `select count(*) as tasks from collection_tasks
     where county_code = $1 and period_id = $2 and task_id = any($3::text[])`,
    [county, periodId, ids],
  )
  if (known?.tasks !== new Set(ids).size) throw new AppError('collection.task_not_found')
}
