import {
  AppraisalDetail,
  ProposeAdjustmentBody,
  SettleAdjustmentBody,
  WithdrawAdjustmentBody,
} from '@eduduty/core/appraisal'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { proposeAdjustment } from '../adjustments/propose-adjustment.ts'
import { settleAdjustment } from '../adjustments/settle-adjustment.ts'
import { withdrawAdjustment } from '../adjustments/withdraw-adjustment.ts'
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
        summary: '决定加分扣分',
        params: OneAdjustment,
        body: SettleAdjustmentBody,
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
  withdrawalRoute(app, deps, 'unit')
  withdrawalRoute(app, deps, 'office')
}

/** Each takes the right by which it was proposed. */
const withdrawals = {
  unit: { path: 'applications', config: selfRate, summary: '撤回申报的加分' },
  office: { path: 'adjustments', config: plan, summary: '撤回提出的加分扣分' },
} as const

function withdrawalRoute(app: App, { door }: Deps, side: keyof typeof withdrawals): void {
  const { path, config, summary } = withdrawals[side]
  app.post(
    `/api/appraisal/appraisals/:county/:appraisal/${path}/:adjustment/withdrawal`,
    {
      config,
      schema: { summary, params: OneAdjustment, body: WithdrawAdjustmentBody, response: ok(AppraisalDetail) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { adjustment: id, ...params } = request.params
        const acting = { ctx, grants: getSignedIn(request).grants }
        await withdrawAdjustment(acting, keyOf(params), { id, side }, request.body)
        return readAppraisal(acting, keyOf(params))
      }),
  )
}
