import { AppraisalDetail, OpinionBody } from '@eduduty/core/appraisal'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { handInOpinions } from '../rating/hand-in-opinions.ts'
import { saveOpinion } from '../rating/save-opinion.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { keyOf, OneAppraisal, OneItem, rate } from './schemas.ts'

/** What raters do. */
export const ratingRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/items/:item/opinion',
    {
      config: rate,
      schema: { summary: '填写评分', params: OneItem, body: OpinionBody, response: ok(AppraisalDetail) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { item, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await saveOpinion(acting, keyOf(params), item, request.body)
        return readAppraisal(acting, keyOf(params))
      }),
  )

  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/hand-in',
    { config: rate, schema: { summary: '提交评分', params: OneAppraisal, response: ok(AppraisalDetail) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const acting = { ctx, grants: getSignedIn(request).grants }
        await handInOpinions(acting, keyOf(request.params))
        return readAppraisal(acting, keyOf(request.params))
      }),
  )
}
