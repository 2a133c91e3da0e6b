import { AppraisalDetail, OutcomeList, PlainReasonBody, RecordOutcomeBody } from '@eduduty/core/appraisal'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { listOutcomes } from '../outcomes/read-outcomes.ts'
import { recordOutcome, strikeOutcome } from '../outcomes/record-outcome.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { appraisalDeed } from './appraisal-deed.ts'
import { conclude, keyOf, OneOutcome, read } from './schemas.ts'

const Filter = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })) }, strict)

/** 结果运用: what followed from results. */
export const outcomeRoutes: RegisterRoutes = (app, deps) => {
  app.get(
    '/api/appraisal/outcomes',
    { config: read, schema: { summary: '考核结果运用', querystring: Filter, response: ok(OutcomeList) } },
    (request) => deps.door.read(callerOf(request), (ctx) => listOutcomes(ctx, request.query.year)),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'outcomes', summary: '登记考核结果运用', config: conclude, body: RecordOutcomeBody },
    recordOutcome,
  )
  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/outcomes/:outcome/strike',
    {
      config: conclude,
      schema: { summary: '划去考核结果运用', params: OneOutcome, body: PlainReasonBody, response: ok(AppraisalDetail) },
    },
    (request) =>
      deps.door.write(callerOf(request), async (ctx) => {
        const { outcome, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await strikeOutcome(acting, keyOf(params), outcome, request.body.reason)
        return readAppraisal(acting, keyOf(params))
      }),
  )
}
