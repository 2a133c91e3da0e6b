import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../platform/http/schemas.ts'
import { EvaluatedPeriod, evaluatePeriod, RunStatus } from './evaluate-period.ts'

/** Evaluating what was collected. */
export const collectedRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/evaluation/periods/:county/:period',
    {
      config: { access: { verb: 'collection.review' } },
      schema: {
        summary: '评估上报的数据',
        params: Type.Object({ county: CountyCode, period: RowId }, strict),
        body: Type.Object({ kind: RunStatus }, strict),
        response: ok(EvaluatedPeriod),
      },
    },
    (request) => {
      const { county, period } = request.params
      return evaluatePeriod(door, callerOf(request), { county, periodId: period }, request.body.kind)
    },
  )
}
