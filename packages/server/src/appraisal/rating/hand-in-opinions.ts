import { seats } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import { sectionTitle } from '../store/appraisal-facts.ts'
import type { AppraisalKey, AssignmentRow, ItemRow } from '../store/appraisal-row.ts'
import { type Appraisal, ratable } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { settlementOf } from '../store/settlements.ts'

const NAMED = 5

/**
 * Hands in what the caller has rated, section by section; after that it stays. Errors: `appraisal.not_rater`,
 * `appraisal.already_handed_in`, `appraisal.hand_in_incomplete`, the refusals.
 */
export async function handInOpinions(acting: Acting, key: AppraisalKey): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'hand_in')
  const own = appraisal.assignments.filter(({ person_id }) => person_id === ctx.actor.id)
  const open = own.filter((one) => one.handed_in_at === null && asked(appraisal, one).length > 0)
  if (open.length === 0)
    throw new AppError('appraisal.already_handed_in', {
      section: own.map(({ section }) => sectionTitle(appraisal, section)).join('、'),
    })
  const missing = open.flatMap((one) => asked(appraisal, one).filter((item) => !isRated(appraisal, one, item)))
  if (missing.length > 0)
    throw new AppError('appraisal.hand_in_incomplete', {
      count: missing.length,
      what: `${missing
        .slice(0, NAMED)
        .map(({ title }) => `“${title}”`)
        .join('、')}${missing.length > NAMED ? '等' : ''}`,
    })
  for (const { section, seat } of open)
    await ctx.db.kysely
      .updateTable('appraisal_assignments')
      .set({ handed_in_at: ctx.now })
      .where('county_code', '=', key.county)
      .where('appraisal_id', '=', key.appraisalId)
      .where('section', '=', section)
      .where('seat', '=', seat)
      .execute()
  const says = open.map(({ section }) => sectionTitle(appraisal, section)).join('、')
  await endDeed(ctx, appraisal, next, { deed: 'hand_in', says })
}

/** What a seat has to rate: all items of the section, or for the third only those on which the two differ. */
export function asked(
  appraisal: Appraisal,
  { section, seat }: Pick<AssignmentRow, 'section' | 'seat'>,
): readonly ItemRow[] {
  const items = ratable(appraisal).filter((item) => item.section === section)
  if (seat !== seats.arbiter) return items
  return items.filter((item) => {
    const { state } = settlementOf(appraisal, item)
    return state === 'differs' || state === 'settled'
  })
}

export function isRated({ opinions }: Appraisal, { seat }: Pick<AssignmentRow, 'seat'>, { item }: ItemRow): boolean {
  return opinions.some((one) => one.item === item && one.seat === seat)
}
