import { AppealBody, AppraisalDetail, NoteBody, SelfRatingBody } from '@eduduty/core/appraisal'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { appeal } from '../result/appeal.ts'
import { reportSelfRating, withdrawSelfRating } from '../self/report-self-rating.ts'
import { saveSelfRating } from '../self/save-self-rating.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { appraisalDeed } from './appraisal-deed.ts'
import { keyOf, OneItem, selfRate } from './schemas.ts'

/** What the unit that is rated does. */
export const selfRatingRoutes: RegisterRoutes = (app, deps) => {
  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/items/:item/self-rating',
    {
      config: selfRate,
      schema: { summary: '填写自评', params: OneItem, body: SelfRatingBody, response: ok(AppraisalDetail) },
    },
    (request) =>
      deps.door.write(callerOf(request), async (ctx) => {
        const { item, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await saveSelfRating(acting, keyOf(params), item, request.body)
        return readAppraisal(acting, keyOf(params))
      }),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'report', summary: '上报自评', config: selfRate, body: NoteBody },
    (acting, key, body) => reportSelfRating(acting, key, body.reason),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'withdrawal', summary: '撤回自评', config: selfRate, body: NoteBody },
    (acting, key, body) => withdrawSelfRating(acting, key, body.reason),
  )
  appraisalDeed(app, deps, { path: 'appeals', summary: '申诉', config: selfRate, body: AppealBody }, appeal)
}
