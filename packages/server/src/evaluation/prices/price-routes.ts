import { PriceBody, PriceTable } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { getRunKey } from '../find-run.ts'
import { enterPrice } from './enter-price.ts'
import { readPrices } from './read-prices.ts'

const Run = Type.Object(
  { run: Type.String({ minLength: 1, maxLength: 400, description: '评估标识，或 latest' }) },
  strict,
)

/** 单价表: what the gaps of an evaluation cost, by the county's own prices. */
export const priceRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/prices',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: { summary: '差距用到的单价（本县测算）', params: Run, response: ok(PriceTable) },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => readPrices(ctx, await getRunKey(ctx.db, request.params.run))),
  )

  app.post(
    '/api/evaluation/runs/:run/prices',
    {
      config: { access: { verb: 'evaluation.price' } },
      schema: { summary: '录入或撤下单价', params: Run, body: PriceBody, response: ok(PriceTable) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const key = await getRunKey(ctx.db, request.params.run)
        await enterPrice(ctx, key, request.body)
        return readPrices(ctx, key)
      }),
  )
}
