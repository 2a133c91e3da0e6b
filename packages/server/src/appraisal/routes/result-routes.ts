import { AppraisalDetail, DecideAppealBody, NoteBody, PublicationBody } from '@eduduty/core/appraisal'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { concludeAppraisal } from '../result/conclude-appraisal.ts'
import { decideAppeal } from '../result/decide-appeal.ts'
import { announceResult, publishResult } from '../result/publish-result.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { appraisalDeed } from './appraisal-deed.ts'
import { conclude, decide, keyOf, OneAppeal } from './schemas.ts'

/** From the conclusion to what is published. */
export const resultRoutes: RegisterRoutes = (app, deps) => {
  appraisalDeed(
    app,
    deps,
    { path: 'conclusion', summary: '拟定结论', config: conclude, body: NoteBody },
    (acting, key, body) => concludeAppraisal(acting, key, body.reason),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'announcement', summary: '公示', config: conclude, body: PublicationBody },
    announceResult,
  )
  appraisalDeed(
    app,
    deps,
    { path: 'publication', summary: '发布', config: conclude, body: PublicationBody },
    publishResult,
  )
  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/appeals/:appeal/decision',
    {
      config: decide,
      schema: { summary: '处理申诉', params: OneAppeal, body: DecideAppealBody, response: ok(AppraisalDetail) },
    },
    (request) =>
      deps.door.write(callerOf(request), async (ctx) => {
        const { appeal, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await decideAppeal(acting, keyOf(params), appeal, request.body)
        return readAppraisal(acting, keyOf(params))
      }),
  )
}
