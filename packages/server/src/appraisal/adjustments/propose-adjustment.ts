import { randomUUID } from 'node:crypto'
import { faultOfAdjustment, type ProposeAdjustmentBody } from '@eduduty/core/appraisal'
import type { Adjustment } from '@eduduty/core/packs'
import { findPaperTitles } from '../../archive/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertOwnUnit } from '../self/assert-own-unit.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { findRating, kindsOf } from './adjustment-rules.ts'

const deeds = { unit: 'apply', office: 'propose' } as const

/**
 * Keeps a 加分 that the unit asks for, or a 加分 or 扣分 that the office proposes, until somebody else decides it. Errors:
 * `appraisal.not_found`, `appraisal.not_own_unit`, `appraisal.adjustment_unknown`, `appraisal.adjustment_out_of_range`,
 * `appraisal.deduction_by_unit`, `appraisal.paper_unknown`, the refusals.
 */
export async function proposeAdjustment(
  acting: Acting,
  key: AppraisalKey,
  side: 'unit' | 'office',
  body: ProposeAdjustmentBody,
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, deeds[side])
  if (side === 'unit') assertOwnUnit(acting, appraisal)
  const rule = await getRule(acting, appraisal, side, body)
  const papers = await assertPapers(acting, key, body.papers)
  await ctx.db.kysely
    .insertInto('appraisal_adjustments')
    .values({
      county_code: key.county,
      appraisal_id: key.appraisalId,
      adjustment_id: randomUUID(),
      rule_id: rule.id,
      title: rule.title,
      kind: rule.kind,
      points: body.points,
      grounds: body.grounds.trim(),
      document: body.document.trim(),
      papers,
      side,
      proposed_by: ctx.actor.name,
      proposer_id: ctx.actor.id,
      proposed_at: ctx.now,
      state: 'proposed',
      org_path: appraisal.row.org_path,
    })
    .execute()
  await endDeed(ctx, appraisal, next, {
    deed: deeds[side],
    reason: body.grounds.trim(),
    says: `${rule.kind} ${body.points}：${rule.title}（${body.document.trim()}）`,
    detail: { kind: rule.kind, title: rule.title, points: body.points },
  })
}

async function getRule(
  { ctx }: Acting,
  { row }: Appraisal,
  side: 'unit' | 'office',
  { rule: id, points }: ProposeAdjustmentBody,
): Promise<Adjustment> {
  const kinds = kindsOf(await findRating(ctx, row))
  const rule = kinds.find((one) => one.id === id)
  const fault = faultOfAdjustment(kinds, { rule: id, points, side })
  if (rule === undefined || fault !== undefined)
    throw new AppError(`appraisal.${fault ?? 'adjustment_unknown'}`, {
      rating: row.rating_title,
      kinds: kinds.map(({ title }) => title).join('、'),
      title: rule?.title ?? id,
      max: rule?.max ?? '',
      points,
    })
  return rule
}

/** Evidence that is named is there. */
async function assertPapers({ ctx }: Acting, { county }: AppraisalKey, papers: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(papers)]
  const found = await findPaperTitles(ctx, county, wanted)
  if (wanted.some((id) => !found.has(id))) throw new AppError('appraisal.paper_unknown')
  return wanted
}
