import { EffectsAnswer } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../platform/http/schemas.ts'
import { EvaluatedPeriod, evaluatePeriod, RunKind } from './evaluate-period.ts'
import { showEffects } from './show-effects.ts'

/** Evaluating what was collected. */
export const collectedRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/evaluation/periods/:county/:period',
    {
      config: { access: { verb: 'collection.review' } },
      schema: {
        summary: '评估上报的数据',
        params: Type.Object({ county: CountyCode, period: RowId }, strict),
        body: Type.Object({ kind: RunKind }, strict),
        response: ok(EvaluatedPeriod),
      },
    },
    (request) => {
      const { county, period } = request.params
      return evaluatePeriod(door, callerOf(request), { county, periodId: period }, request.body.kind)
    },
  )

  app.get(
    '/api/collection/tasks/:county/:task/effects',
    {
      config: { access: { verb: 'collection.read' } },
      schema: {
        summary: '更正会改变哪些正式结果',
        params: Type.Object({ county: CountyCode, task: RowId }, strict),
        response: ok(EffectsAnswer),
      },
    },
    (request) => {
      const { county, task } = request.params
      return door.read(callerOf(request), (ctx) => showEffects(ctx, { county, taskId: task }))
    },
  )
}
