import { dayOf } from '@eduduty/core/calendar'
import type { SettleBody } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getOrigin } from './origin-tasks.ts'

/** A decision or a promise. */
export interface SettledKey {
  readonly county: string
  readonly kind: 'decision' | 'promise'
  readonly id: string
}

const tables = {
  decision: ['duties_decisions', 'decision_id'],
  promise: ['duties_promises', 'promise_id'],
} as const

/**
 * Writes down that a decision or a promise without a task is carried out; one with tasks is known by them. Errors:
 * `duties.record_not_found`, `duties.not_own_record`, `duties.has_tasks`, `duties.day_ahead`.
 */
export async function settleRecord(acting: Acting, { county, kind, id }: SettledKey, body: SettleBody): Promise<void> {
  const { ctx } = acting
  const found = await getOrigin(acting, county, { kind, id })
  if (!issuesFor(acting, found.org_path)) throw new AppError('duties.not_own_record', { unit: found.unit_name })
  if (body.settled_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.settled_on })
  const tasks = await ctx.db.run(
    `select 1 from duties_tasks where county_code = $1 and origin_kind = $2 and origin_id = $3 and state <> 'cancelled' limit 1`,
    [county, kind, id],
  )
  if (tasks.length > 0) throw new AppError('duties.has_tasks', { title: found.title })
  const [table, key] = tables[kind]
  await ctx.db.run(`update ${table} set settled_on = $3, says = $4 where county_code = $1 and ${key} = $2`, [
    county,
    id,
    body.settled_on,
    body.outcome.trim(),
  ])
  ctx.audit({ action: 'duties.settle_record', subject: found.title, reason: body.outcome.trim() })
}
