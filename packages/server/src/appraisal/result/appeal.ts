import { randomUUID } from 'node:crypto'
import type { AppealBody } from '@eduduty/core/appraisal'
import { assertOwnUnit } from '../self/assert-own-unit.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { getItem } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'

/** The unit objects to the conclusion. Errors: `appraisal.not_own_unit`, `appraisal.item_not_found`, the refusals. */
export async function appeal(acting: Acting, key: AppraisalKey, body: AppealBody): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'appeal')
  assertOwnUnit(acting, appraisal)
  const items = [...new Set(body.items)].map((id) => getItem(appraisal, id))
  await ctx.db.kysely
    .insertInto('appraisal_appeals')
    .values({
      county_code: key.county,
      appraisal_id: key.appraisalId,
      appeal_id: randomUUID(),
      items: items.map(({ item }) => item),
      grounds: body.grounds.trim(),
      appealed_by: ctx.actor.name,
      appealed_at: ctx.now,
      org_path: appraisal.row.org_path,
    })
    .execute()
  const about = items.length === 0 ? '对整个结论' : `对 ${items.map(({ title }) => title).join('、')}`
  await endDeed(ctx, appraisal, next, { deed: 'appeal', reason: body.grounds.trim(), says: about })
}
