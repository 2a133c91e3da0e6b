import type { Price, PricedThing, PriceTable } from '@eduduty/core/evaluation'
import { pricedThings } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import { getTaskPack } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { getAssessment, getRunFacts, type RunKey } from '../find-run.ts'

interface PriceRow extends Omit<Price, 'yuan'> {
  readonly yuan: string | null
}

/**
 * What the gaps of an evaluation are counted in, with the county's own prices, those in force and those of before. Errors:
 * `evaluation.run_not_found`, `collection.pack_not_found`.
 */
export async function readPrices(ctx: Ctx, key: RunKey): Promise<PriceTable> {
  const { packId, packHash, countyName } = await getRunFacts(ctx.db, key)
  const { plan } = await getTaskPack(ctx.db, { packId, hash: packHash })
  const things = pricedThings(plan(), await getAssessment(ctx.db, key))
  const today = dayOf(ctx.now)
  const rows = await ctx.db.run<PriceRow>(
    `select of_title as of, unit, yuan::text, per, source, since, person_name as by, entered_at as at
     from evaluation_prices where county_code = $1 order by since desc, entered_at desc, price_id`,
    [key.county],
  )
  const prices = rows.map(({ yuan, ...row }): Price => ({ ...row, ...(yuan !== null && { yuan: plainYuan(yuan) }) }))
  return {
    today,
    county: countyName,
    things: things.map((thing): PricedThing => {
      const history = prices.filter(({ of }) => of === thing.of)
      const inForce = history.find(({ since }) => since <= today)
      return { ...thing, history, ...(inForce?.yuan !== undefined && { price: inForce }) }
    }),
  }
}

/** As people write it: 3000, not 3000.00. */
const plainYuan = (text: string): string => text.replace(/\.00$/, '')
