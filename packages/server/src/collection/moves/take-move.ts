import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getPeriod, type PeriodKey, type PeriodRow } from '../periods/read-periods.ts'

interface Step {
  readonly kind: 'move' | 'undo'
  readonly undoes: number | null
  readonly to: string
  readonly carried: number
  readonly reason: string
}

/** The period, kept from everybody else until the end of the transaction. Errors: `collection.period_not_found`. */
export async function lockPeriod(ctx: Ctx, key: PeriodKey): Promise<PeriodRow> {
  await ctx.db.run('select 1 from collection_periods where county_code = $1 and period_id = $2 for update', [
    key.county,
    key.periodId,
  ])
  return getPeriod(ctx, key)
}

/** Puts a period and its tasks on another content of the pack; what was found by the former rules is checked anew. */
export async function takeMove(ctx: Ctx, period: PeriodRow, step: Step): Promise<void> {
  const place = [period.county_code, period.period_id] as const
  await ctx.db.run('update collection_periods set pack_hash = $3 where county_code = $1 and period_id = $2', [
    ...place,
    step.to,
  ])
  const tasks = await ctx.db.run(
    `update collection_tasks set pack_hash = $3,
       checked_at = case when state in ('filling', 'returned') then null else checked_at end
     where county_code = $1 and period_id = $2 and pack_hash = $4 returning task_id`,
    [...place, step.to, period.pack_hash],
  )
  await ctx.db.run(
    `insert into collection_pack_moves (county_code, period_id, kind, undoes, pack_id, from_hash, to_hash, tasks, carried,
       reason, moved_by, moved_at, org_path)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...place,
      step.kind,
      step.undoes,
      period.pack_id,
      period.pack_hash,
      step.to,
      tasks.length,
      step.carried,
      step.reason,
      ctx.actor.name,
      ctx.now,
      period.org_path,
    ],
  )
  ctx.audit({
    action: step.kind === 'move' ? 'packs.move_period' : 'packs.undo_move',
    subject: period.title,
    reason: step.reason,
    detail: { pack: period.pack_id, from: period.pack_hash, to: step.to, tasks: tasks.length },
  })
}

/** Errors: `pack.move_stale` when somebody else moved the period meanwhile. */
export function assertStandsAt(period: PeriodRow, hash: string): void {
  if (period.pack_hash !== hash) throw new AppError('pack.move_stale', { title: period.title })
}
