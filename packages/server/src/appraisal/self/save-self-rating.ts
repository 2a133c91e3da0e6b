import { faultOfSelfRating, type GivenFault, type RatedBy, type SelfRatingBody } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import { type AppraisalKey, computedOf, type ItemRow, ratedBy } from '../store/appraisal-row.ts'
import { type Appraisal, getItem } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { assertOwnUnit } from './assert-own-unit.ts'

/**
 * Keeps the unit's own rating of one item, with its grounds and evidence. Errors: `appraisal.not_found`,
 * `appraisal.item_not_found`, `appraisal.not_own_unit`, `appraisal.not_returned_item`, the faults of a rating, the refusals.
 */
export async function saveSelfRating(
  acting: Acting,
  key: AppraisalKey,
  itemId: string,
  body: SelfRatingBody,
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'rate_self')
  assertOwnUnit(acting, appraisal)
  const item = getItem(appraisal, itemId)
  assertUnlocked(appraisal, item)
  const self = { ...body, deviationReason: body.deviation_reason }
  const fault = faultOfSelfRating(ratedBy(item), computedOf(item), self)
  if (fault !== undefined) throw faultError(item, body, fault)
  const isByLevel = item.levels.length > 0
  await ctx.db.kysely
    .updateTable('appraisal_items')
    .set({
      self_points: isByLevel ? null : (body.points ?? null),
      self_level: isByLevel ? (body.level ?? null) : null,
      self_grounds: body.grounds.trim(),
      deviation_reason: body.deviation_reason.trim(),
      self_by: ctx.actor.name,
      self_at: ctx.now,
      is_return_open: false,
    })
    .where('county_code', '=', key.county)
    .where('appraisal_id', '=', key.appraisalId)
    .where('item', '=', item.item)
    .execute()
  await replaceEvidence(acting, appraisal, item, body)
  const given = isByLevel ? `评为“${body.level}”` : `评 ${body.points} 分`
  await endDeed(ctx, appraisal, next, {
    deed: 'rate_self',
    says: `${item.title}：${given}`,
    detail: { item: item.title },
  })
}

/** After a return only what was returned can be changed. */
function assertUnlocked({ row }: Appraisal, item: ItemRow): void {
  if (row.returned_until !== null && item.return_reason === null)
    throw new AppError('appraisal.not_returned_item', { item: item.title })
}

async function replaceEvidence(
  { ctx }: Acting,
  { row }: Appraisal,
  { item }: ItemRow,
  { evidence }: SelfRatingBody,
): Promise<void> {
  const place = { county_code: row.county_code, appraisal_id: row.appraisal_id, item }
  await ctx.db.kysely
    .deleteFrom('appraisal_evidence')
    .where((where) => where.and(place))
    .execute()
  if (evidence.length === 0) return
  await ctx.db.kysely
    .insertInto('appraisal_evidence')
    .values(
      evidence.map(({ name, reference, link }, at) => ({
        ...place,
        evidence_no: at + 1,
        name: name.trim(),
        reference: reference.trim(),
        link: link?.trim() || null,
        added_by: ctx.actor.name,
        added_at: ctx.now,
        org_path: row.org_path,
      })),
    )
    .execute()
}

/** What is wrong with a rating, in words that name the item and what can be given. */
export function faultError(
  item: ItemRow,
  given: { readonly points?: string | undefined; readonly level?: string | undefined },
  fault: GivenFault | 'grounds_missing' | 'deviation_unexplained',
): AppError {
  const { levels, full = '' }: RatedBy = ratedBy(item)
  return new AppError(`appraisal.${fault}`, {
    item: item.title,
    levels: levels.join('、'),
    full,
    level: given.level ?? '',
    points: given.points ?? '',
    computed: item.computed_level ?? item.computed_points ?? '',
  })
}
