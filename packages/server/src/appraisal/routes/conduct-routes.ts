import {
  AppraisalDetail,
  AppraisalOffers,
  AssignBody,
  ExtendAppraisalBody,
  NoteBody,
  OpenAppraisalBody,
  OpenedAppraisals,
  PlainReasonBody,
  RaterList,
  ReturnAppraisalBody,
} from '@eduduty/core/appraisal'
import type { FastifyRequest } from 'fastify'
import { systemCaller } from '../../platform/ctx.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { assignRaters } from '../conduct/assign-raters.ts'
import { extendAppraisal } from '../conduct/extend-appraisal.ts'
import { listRaters, type Rater } from '../conduct/list-raters.ts'
import { returnItems } from '../conduct/return-items.ts'
import { startRating } from '../conduct/start-rating.ts'
import { offerAppraisals } from '../open/offer-appraisals.ts'
import { openAppraisals } from '../open/open-appraisals.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { getAppraisal } from '../store/get-appraisal.ts'
import { moveAppraisal } from '../store/move-appraisal.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { appraisalDeed } from './appraisal-deed.ts'
import { keyOf, OneAppraisal, plan } from './schemas.ts'

/** What the office does that conducts appraisals. */
export const conductRoutes: RegisterRoutes = (app, deps) => {
  openingRoutes(app, deps)
  raterRoutes(app, deps)
  appraisalDeed(
    app,
    deps,
    { path: 'return', summary: '按项目退回自评', config: plan, body: ReturnAppraisalBody },
    returnItems,
  )
  appraisalDeed(app, deps, { path: 'start', summary: '开始复评', config: plan, body: NoteBody }, (acting, key, body) =>
    startRating(acting, key, body.reason),
  )
  appraisalDeed(
    app,
    deps,
    { path: 'extension', summary: '调整期限', config: plan, body: ExtendAppraisalBody },
    extendAppraisal,
  )
  appraisalDeed(
    app,
    deps,
    { path: 'cancellation', summary: '撤销评议', config: plan, body: PlainReasonBody },
    (acting, key, body) => moveAppraisal(acting, key, { deed: 'cancel', reason: body.reason }),
  )
}

const openingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/appraisal/offers',
    { config: plan, schema: { summary: '可以开展评议的评估', response: ok(AppraisalOffers) } },
    (request) => door.read(callerOf(request), (ctx) => offerAppraisals({ ctx, grants: getSignedIn(request).grants })),
  )

  app.post(
    '/api/appraisal/appraisals',
    { config: plan, schema: { summary: '开展评议', body: OpenAppraisalBody, response: ok(OpenedAppraisals) } },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        openAppraisals({ ctx, grants: getSignedIn(request).grants }, request.body),
      ),
  )
}

/** Raters may stand in posts above the caller's reach, so the system looks. */
async function ratersOf({ door }: Deps, request: FastifyRequest, key: AppraisalKey): Promise<readonly Rater[]> {
  const path = await door.read(callerOf(request), async (ctx) => (await getAppraisal(ctx, key)).row.org_path)
  return door.read(systemCaller('列出评委'), (ctx) => listRaters(ctx, path))
}

const raterRoutes: RegisterRoutes = (app, deps) => {
  app.get(
    '/api/appraisal/appraisals/:county/:appraisal/raters',
    { config: plan, schema: { summary: '可选的评委', params: OneAppraisal, response: ok(RaterList) } },
    async (request) => ({ raters: [...(await ratersOf(deps, request, keyOf(request.params)))] }),
  )

  app.post(
    '/api/appraisal/appraisals/:county/:appraisal/assignments',
    {
      config: plan,
      schema: { summary: '安排评委', params: OneAppraisal, body: AssignBody, response: ok(AppraisalDetail) },
    },
    async (request) => {
      const key = keyOf(request.params)
      const raters = await ratersOf(deps, request, key)
      return deps.door.write(callerOf(request), async (ctx) => {
        const acting = { ctx, grants: getSignedIn(request).grants }
        await assignRaters(acting, key, request.body, raters)
        return readAppraisal(acting, key)
      })
    },
  )
}
