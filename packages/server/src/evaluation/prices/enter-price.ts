import type { PriceBody } from '@eduduty/core/evaluation'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'
import { readPrices } from './read-prices.ts'
import { storePrice } from './store-price.ts'

/**
 * Enters what one unit of something costs in the county, or takes the price back. Only who works for the whole county
 * may. Errors: `evaluation.price_whole_county`, `evaluation.price_unknown`, `evaluation.price_none`, those of reading.
 */
export async function enterPrice(ctx: Ctx, key: RunKey, body: PriceBody): Promise<void> {
  if (!reachesCounty(ctx.scopes, key.county)) throw new AppError('evaluation.price_whole_county')
  const { things } = await readPrices(ctx, key)
  const thing = things.find(({ of, unit }) => of === body.of && unit === body.unit)
  if (thing === undefined) throw new AppError('evaluation.price_unknown', { of: body.of, unit: body.unit })
  if (body.yuan !== undefined && Number(body.yuan) === 0) throw new AppError('evaluation.price_zero', { of: body.of })
  if (body.yuan === undefined && thing.price === undefined) throw new AppError('evaluation.price_none', { of: body.of })
  await storePrice(ctx, key.county, body)
}
