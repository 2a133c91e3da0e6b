import { setTimeout as rest } from 'node:timers/promises'
import { LiveAnswer } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { getPeriod } from '../../collection/index.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { LivePeriod } from './live-period.ts'

/** So many periods are kept up to date at once. */
const KEPT = 3
/** How often the data are looked at while somebody waits, in milliseconds. */
const LOOK_EVERY = 500

/** What collected data come to, told to open pages as soon as it changes. */
export const liveRoutes: RegisterRoutes = (app, { door, clock }) => {
  const kept = new Map<string, LivePeriod>()
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })

  app.get(
    '/api/evaluation/periods/:county/:period/live',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: {
        summary: '边报边判：已收数据此刻的结论，有变化即答',
        params: Type.Object({ county: CountyCode, period: RowId }, strict),
        querystring: Type.Object(
          {
            since: Type.Optional(Type.String({ maxLength: 64, description: '上次答复的标记' })),
            wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 20, description: '没有变化时最多等多少秒' })),
          },
          strict,
        ),
        response: ok(LiveAnswer),
      },
    },
    (request) => {
      const { county, period } = request.params
      const { since, wait = 0 } = request.query
      return door.read(callerOf(request), async (ctx) => {
        const key = { county, periodId: period }
        await getPeriod(ctx, key)
        const slot = JSON.stringify([county, period, ctx.scopes])
        const live = kept.get(slot) ?? new LivePeriod(key, clock)
        keep(kept, slot, live)
        const until = performance.now() + wait * 1000
        for (;;) {
          const stamp = await live.refresh(ctx)
          const isGone = isClosing || request.raw.destroyed
          if (stamp !== since || isGone || performance.now() >= until) return live.answer(since)
          await rest(LOOK_EVERY)
        }
      })
    },
  )
}

/** Who reaches other rows has a county of their own; the ones asked for last stay. */
function keep(kept: Map<string, LivePeriod>, slot: string, live: LivePeriod): void {
  kept.delete(slot)
  kept.set(slot, live)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
