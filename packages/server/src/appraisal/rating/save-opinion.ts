import { randomUUID } from 'node:crypto'
import { faultOfRating, type OpinionBody, seats } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import { faultError } from '../self/save-self-rating.ts'
import { sectionTitle } from '../store/appraisal-facts.ts'
import { type AppraisalKey, type AssignmentRow, type ItemRow, ratedBy } from '../store/appraisal-row.ts'
import { type Appraisal, getItem } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { settlementOf } from '../store/settlements.ts'

/**
 * Keeps a rater's rating of one item; a former one stays as it was said. Errors: `appraisal.item_not_found`,
 * `appraisal.not_rater`, `appraisal.already_handed_in`, `appraisal.nothing_to_settle`, `appraisal.grounds_missing`, the
 * faults of a rating, the refusals.
 */
export async function saveOpinion(acting: Acting, key: AppraisalKey, itemId: string, body: OpinionBody): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'opine')
  const item = getItem(appraisal, itemId)
  const { seat } = getSeat(acting, appraisal, item)
  const fault = faultOfRating(ratedBy(item), body) ?? (body.grounds.trim() === '' ? 'grounds_missing' : undefined)
  if (fault !== undefined) throw faultError(item, body, fault)
  const place = { county_code: key.county, appraisal_id: key.appraisalId, item: item.item, seat }
  await ctx.db.kysely
    .updateTable('appraisal_opinions')
    .set({ replaced_at: ctx.now })
    .where((where) => where.and(place))
    .where('replaced_at', 'is', null)
    .execute()
  const isByLevel = item.levels.length > 0
  await ctx.db.kysely
    .insertInto('appraisal_opinions')
    .values({
      ...place,
      opinion_id: randomUUID(),
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      points: isByLevel ? null : (body.points ?? null),
      level: isByLevel ? (body.level ?? null) : null,
      grounds: body.grounds.trim(),
      opined_at: ctx.now,
      org_path: appraisal.row.org_path,
    })
    .execute()
  // What was given stays between the raters: the log says that, not what.
  await endDeed(ctx, appraisal, next, { deed: 'opine', says: item.title, detail: { item: item.title } })
}

function getSeat({ ctx }: Acting, appraisal: Appraisal, item: ItemRow): AssignmentRow {
  const own = appraisal.assignments.find((one) => one.section === item.section && one.person_id === ctx.actor.id)
  if (own === undefined) throw new AppError('appraisal.not_rater')
  if (own.handed_in_at !== null)
    throw new AppError('appraisal.already_handed_in', { section: sectionTitle(appraisal, item.section) })
  if (own.seat === seats.arbiter && settlementOf(appraisal, item).state !== 'differs')
    throw new AppError('appraisal.nothing_to_settle', { item: item.title })
  return own
}
