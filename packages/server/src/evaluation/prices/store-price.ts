import { randomUUID } from 'node:crypto'
import type { PriceBody } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'

/** Keeps another price of a county beside those of before. */
export async function storePrice(ctx: Ctx, county: string, body: PriceBody): Promise<void> {
  await ctx.db.kysely
    .insertInto('evaluation_prices')
    .values({
      county_code: county,
      price_id: randomUUID(),
      of_title: body.of,
      unit: body.unit,
      yuan: body.yuan ?? null,
      per: body.per,
      source: body.source.trim(),
      since: body.since,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      entered_at: ctx.now,
      org_path: areaPath(county),
    })
    .execute()
  ctx.audit({
    action: 'evaluation.price',
    subject: body.of,
    reason: body.source.trim(),
    detail: { yuan: body.yuan ?? '撤下', unit: body.unit, since: body.since },
  })
}
