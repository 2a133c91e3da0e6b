import { randomUUID } from 'node:crypto'
import { outcomeKinds, paidOutcomes, type RecordOutcomeBody } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import { belongsTo, unitsOf } from '../store/appraisal-facts.ts'
import { type AppraisalKey, stateOf } from '../store/appraisal-row.ts'
import { type Appraisal, lockAppraisal, nameOf } from '../store/get-appraisal.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { noteEvent } from '../store/note-event.ts'
import { readOutcomes } from './read-outcomes.ts'

/** Why nothing can be recorded of a result yet, or not by this person; undefined when it can. */
export function whyNoOutcome({ ctx, grants }: Acting, { row }: Appraisal): AppError | undefined {
  if (belongsTo(ctx, unitsOf(grants), row.org_path))
    return new AppError('appraisal.own_unit', { unit: row.subject_name })
  return stateOf(row) === 'published' ? undefined : new AppError('appraisal.not_published', { unit: row.subject_name })
}

/**
 * Records what followed from a published result. Errors: `appraisal.not_found`, `appraisal.own_unit`,
 * `appraisal.not_published`, `appraisal.outcome_without_money`.
 */
export async function recordOutcome(acting: Acting, key: AppraisalKey, body: RecordOutcomeBody): Promise<void> {
  const { ctx } = acting
  const appraisal = await lockAppraisal(ctx, key)
  const why = whyNoOutcome(acting, appraisal)
  if (why !== undefined) throw why
  const title = outcomeKinds[body.kind]
  if (body.amount !== undefined && !paidOutcomes.has(body.kind))
    throw new AppError('appraisal.outcome_without_money', { kind: title })
  const { row } = appraisal
  await ctx.db.kysely
    .insertInto('appraisal_outcomes')
    .values({
      county_code: row.county_code,
      outcome_id: randomUUID(),
      appraisal_id: row.appraisal_id,
      org_path: row.org_path,
      kind: body.kind,
      amount: body.amount ?? null,
      due_on: body.due_on ?? null,
      dated_on: body.dated_on,
      document_no: body.document_no.trim(),
      grounds: body.grounds.trim(),
      recorded_by: ctx.actor.name,
      recorded_at: ctx.now,
    })
    .execute()
  const says = `${title}（${body.document_no.trim()}）`
  await noteEvent(ctx, row, { action: 'outcome', state: stateOf(row), reason: body.grounds.trim(), says })
  ctx.audit({
    action: 'appraisal.record_outcome',
    subject: nameOf(appraisal),
    detail: { kind: title, document: body.document_no.trim() },
  })
}

/**
 * Strikes out what was recorded by mistake; it stays to be seen. Errors: `appraisal.not_found`, `appraisal.own_unit`,
 * `appraisal.not_published`, `appraisal.outcome_not_found`, `appraisal.outcome_struck`.
 */
export async function strikeOutcome(acting: Acting, key: AppraisalKey, id: string, reason: string): Promise<void> {
  const { ctx } = acting
  const appraisal = await lockAppraisal(ctx, key)
  const why = whyNoOutcome(acting, appraisal)
  if (why !== undefined) throw why
  const outcome = (await readOutcomes(ctx, key)).find((one) => one.outcome_id === id)
  if (outcome === undefined) throw new AppError('appraisal.outcome_not_found')
  if (outcome.struck !== undefined) throw new AppError('appraisal.outcome_struck', { by: outcome.struck.by })
  const { row } = appraisal
  await ctx.db.kysely
    .insertInto('appraisal_outcome_strikes')
    .values({
      county_code: row.county_code,
      outcome_id: id,
      org_path: row.org_path,
      reason: reason.trim(),
      struck_by: ctx.actor.name,
      struck_at: ctx.now,
    })
    .execute()
  const says = `${outcomeKinds[outcome.kind]}（${outcome.document_no}）`
  await noteEvent(ctx, row, { action: 'strike_outcome', state: stateOf(row), reason: reason.trim(), says })
  ctx.audit({
    action: 'appraisal.strike_outcome',
    subject: nameOf(appraisal),
    reason: reason.trim(),
    detail: { outcome: says },
  })
}
