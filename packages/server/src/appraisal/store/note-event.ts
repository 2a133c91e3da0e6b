import type { AppraisalAction, AppraisalState } from '@eduduty/core/appraisal'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalRow } from './appraisal-row.ts'

export interface EventToNote {
  readonly action: AppraisalAction
  /** State after it. */
  readonly state: AppraisalState
  readonly reason?: string | undefined
  readonly says?: string | undefined
}

/** What would tell the unit who rates it, or how, before it is told. */
const confidential: ReadonlySet<AppraisalAction> = new Set([
  'assign',
  'opine',
  'hand_in',
  'conclude',
  'propose',
  'settle',
])

/** Adds one line to the history of an appraisal. */
export async function noteEvent(
  ctx: Ctx,
  row: Pick<AppraisalRow, 'county_code' | 'appraisal_id' | 'org_path'>,
  event: EventToNote,
): Promise<void> {
  await ctx.db.kysely
    .insertInto('appraisal_events')
    .values({
      county_code: row.county_code,
      appraisal_id: row.appraisal_id,
      action: event.action,
      state: event.state,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      occurred_at: ctx.now,
      reason: event.reason ?? '',
      says: event.says ?? '',
      is_confidential: confidential.has(event.action),
      org_path: row.org_path,
    })
    .execute()
}
