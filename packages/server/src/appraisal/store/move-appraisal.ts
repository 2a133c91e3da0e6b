import { type AppraisalDeed, type AppraisalState, decideAppraisal } from '@eduduty/core/appraisal'
import { dayOf, type GrantInForce } from '@eduduty/core/identity'
import type { Updateable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { actorOf, factsOf, refusalOf, unitsOf } from './appraisal-facts.ts'
import { type AppraisalKey, stateOf } from './appraisal-row.ts'
import { type Appraisal, lockAppraisal, nameOf } from './get-appraisal.ts'
import { noteEvent } from './note-event.ts'

/** Somebody at work, with what their posts allow. */
export interface Acting {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
}

export type AppraisalUpdate = Updateable<Tables['appraisal_appraisals']>

export interface AppraisalMove {
  readonly deed: AppraisalDeed
  readonly reason?: string | undefined
  readonly says?: string | undefined
  /** Particulars for the audit log. */
  readonly detail?: Readonly<Record<string, string | number>>
  /** What else of the appraisal changes. */
  readonly set?: AppraisalUpdate
}

/**
 * Asks whether a deed may be done now, under a lock, so that of two people only one takes the step. Errors:
 * `appraisal.not_found` and the refusals.
 */
export async function beginDeed(
  acting: Acting,
  key: AppraisalKey,
  deed: AppraisalDeed,
): Promise<{ readonly appraisal: Appraisal; readonly next: AppraisalState }> {
  const appraisal = await lockAppraisal(acting.ctx, key)
  const refusal = whyNot(acting, appraisal, deed)
  if (refusal instanceof AppError) throw refusal
  return { appraisal, next: refusal }
}

/** The state that would follow, or why not. */
export function whyNot({ ctx, grants }: Acting, appraisal: Appraisal, deed: AppraisalDeed): AppError | AppraisalState {
  const facts = factsOf(appraisal)
  const actor = actorOf(ctx, appraisal, unitsOf(grants))
  const { next, refused } = decideAppraisal(facts, deed, actor, dayOf(ctx.now))
  return refused === undefined ? next : refusalOf(appraisal, facts, refused)
}

/** Keeps a step that was permitted: state, history and audit together. */
export async function endDeed(
  ctx: Ctx,
  appraisal: Appraisal,
  next: AppraisalState,
  move: AppraisalMove,
): Promise<void> {
  const { row } = appraisal
  const moved = next !== stateOf(row) && { state: next, state_at: ctx.now, state_by: ctx.actor.name }
  const changes = { ...moved, ...move.set }
  if (Object.keys(changes).length > 0)
    await ctx.db.kysely
      .updateTable('appraisal_appraisals')
      .set(changes)
      .where('county_code', '=', row.county_code)
      .where('appraisal_id', '=', row.appraisal_id)
      .execute()
  await noteEvent(ctx, row, { action: move.deed, state: next, reason: move.reason, says: move.says })
  ctx.audit({
    action: `appraisal.${move.deed}`,
    subject: nameOf(appraisal),
    ...(move.reason !== undefined && move.reason !== '' && { reason: move.reason }),
    ...(move.detail !== undefined && { detail: move.detail }),
  })
}

/** A step that changes nothing but the appraisal itself. */
export async function moveAppraisal(acting: Acting, key: AppraisalKey, move: AppraisalMove): Promise<void> {
  const { appraisal, next } = await beginDeed(acting, key, move.deed)
  await endDeed(acting.ctx, appraisal, next, move)
}
