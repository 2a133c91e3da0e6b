import {
  CarePlanBody,
  CareVisitBody,
  CloseCareBody,
  LessonBody,
  PlaceBody,
  ReviewBody,
  StrikeBody,
} from '@eduduty/core/enrolment'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { actingOf } from '../cases/acting.ts'
import type { CareActing } from './acting.ts'
import { addCareVisit } from './deeds/add-care-visit.ts'
import { addLesson, strikeLesson } from './deeds/add-lesson.ts'
import { closeCare } from './deeds/close-care.ts'
import { placeChild } from './deeds/place-child.ts'
import { planCare } from './deeds/plan-care.ts'
import { reviewPlacement } from './deeds/review-placement.ts'
import { ChildId, OneChild } from './schemas.ts'
import type { ChildKey } from './store/child-row.ts'

const work = { access: { verb: 'enrolment.work' } } as const
const OneLesson = Type.Object(
  { ...OneChild.properties, no: Type.Integer({ minimum: 1, description: '第几条送教记录' }) },
  strict,
)

type Write = (
  request: FastifyRequest,
  key: ChildKey,
  deed: (acting: CareActing) => Promise<void>,
) => Promise<{ child: string }>

/** What is written down of a child in care. */
export const deedRoutes: RegisterRoutes = (app, deps) => {
  placingRoutes(app, deps)
  caringRoutes(app, deps)
}

const writer =
  ({ door, keyring }: Deps): Write =>
  async (request, { child }, deed) => {
    await door.write(callerOf(request), (ctx) => deed(actingOf(request, ctx, keyring)))
    return { child }
  }

const placingRoutes: RegisterRoutes = (app, deps) => {
  const take = writer(deps)
  app.post(
    '/api/enrolment/care/:county/:child/placements',
    { config: work, schema: { summary: '安置', params: OneChild, body: PlaceBody, response: ok(ChildId) } },
    (request) => take(request, request.params, (acting) => placeChild(acting, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/care/:county/:child/reviews',
    { config: work, schema: { summary: '复核或结束安置', params: OneChild, body: ReviewBody, response: ok(ChildId) } },
    (request) => take(request, request.params, (acting) => reviewPlacement(acting, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/care/:county/:child/lessons',
    { config: work, schema: { summary: '登记送教上门', params: OneChild, body: LessonBody, response: ok(ChildId) } },
    (request) => take(request, request.params, (acting) => addLesson(acting, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/care/:county/:child/lessons/:no/strike',
    {
      config: work,
      schema: { summary: '作废一条送教记录', params: OneLesson, body: StrikeBody, response: ok(ChildId) },
    },
    (request) => take(request, request.params, (acting) => strikeLesson(acting, request.params, request.body)),
  )
}

const caringRoutes: RegisterRoutes = (app, deps) => {
  const take = writer(deps)
  app.post(
    '/api/enrolment/care/:county/:child/plans',
    { config: work, schema: { summary: '立关爱方案', params: OneChild, body: CarePlanBody, response: ok(ChildId) } },
    (request) => take(request, request.params, (acting) => planCare(acting, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/care/:county/:child/visits',
    { config: work, schema: { summary: '登记关爱走访', params: OneChild, body: CareVisitBody, response: ok(ChildId) } },
    (request) => take(request, request.params, (acting) => addCareVisit(acting, request.params, request.body)),
  )
  app.post(
    '/api/enrolment/care/:county/:child/closing',
    {
      config: work,
      schema: { summary: '结束关爱与安置', params: OneChild, body: CloseCareBody, response: ok(ChildId) },
    },
    (request) => take(request, request.params, (acting) => closeCare(acting, request.params, request.body)),
  )
}
