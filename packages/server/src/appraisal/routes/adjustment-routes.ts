import { AppraisalDetail, ProposeAdjustmentBody, SettleAdjustmentBody } from '@eduduty/core/appraisal'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { proposeAdjustment } from '../adjustments/propose-adjustment.ts'
import { settleAdjustment } from '../adjustments/settle-adjustment.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { appraisalDeed } from './appraisal-deed.ts'
import { conclude, keyOf, OneAdjustment, plan, selfRate } from './schemas.ts'

/** 加分、扣分: what the unit asks for, what the office proposes, what somebody else of the office decides. */
export const adjustmentRoutes: RegisterRoutes = (app, deps) => {
  appraisalDeed(
    app,
    deps,
    { path: 'applications', summary: '申报加分', config: selfRate, body: ProposeAdjustmentBody },
    (acting, key, body) => proposeAdjustment(acting, key, 'unit', body),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'adjustments', summary: '提出加分扣分', config: plan, body: ProposeAdjustmentBody },
    (acting, key, body) => proposeAdjustment(acting, key, 'office', body),
  )
  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/adjustments/:adjustment/decision',
    {
      config: conclude,
      schema: {
        ...{ summary: '决定加分扣分', params: OneAdjustment, body: SettleAdjustmentBody },
        response: ok(AppraisalDetail),
      },
    },
    (request) =>
      deps.door.write(callerOf(request), async (ctx) => {
        const { adjustment, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await settleAdjustment(acting, keyOf(params), adjustment, request.body)
        return readAppraisal(acting, keyOf(params))
      }),
  )
}
