import {
  NeedsWaived,
  NeedView,
  RequestBody,
  Requested,
  ReviewBody,
  SeenRequestsBody,
  WaiveBody,
  WaiveNeedsBody,
} from '@eduduty/core/archive'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import type { Acting } from '../acting.ts'
import { seeRequests } from '../needs/open-requests.ts'
import { readNeed } from '../needs/read-need.ts'
import { requestNeeds } from '../needs/request-needs.ts'
import { reviewPaper } from '../needs/review-paper.ts'
import { waiveNeed } from '../needs/waive-need.ts'
import { waiveNeeds } from '../needs/waive-needs.ts'
import { NeedAndPaper, OneCounty, OneNeed } from './params.ts'

const read = { access: { verb: 'archive.read' } } as const
const plan = { access: { verb: 'archive.plan' } } as const
const review = { access: { verb: 'archive.review' } } as const
const provide = { access: { verb: 'archive.provide' } } as const

/** 佐证要求: one of them, and what is done with it. */
export const needRoutes: RegisterRoutes = (app, { door }) => {
  const acting = (request: FastifyRequest, ctx: Ctx): Acting => ({ ctx, grants: getSignedIn(request).grants })
  app.get(
    '/api/archive/needs/:county/:need',
    { config: read, schema: { summary: '一项佐证要求', params: OneNeed, response: ok(NeedView) } },
    (request) => door.read(callerOf(request), (ctx) => readNeed(acting(request, ctx), request.params)),
  )
  app.post(
    '/api/archive/needs/:county/requests',
    { config: plan, schema: { summary: '催交', params: OneCounty, body: RequestBody, response: ok(Requested) } },
    (request) => door.write(callerOf(request), (ctx) => requestNeeds(ctx, request.params.county, request.body)),
  )
  app.post(
    '/api/archive/requests/seen',
    {
      config: provide,
      schema: {
        summary: '已看到催交',
        body: SeenRequestsBody,
        response: ok(Type.Object({ seen: Type.Integer() }, strict)),
      },
    },
    async (request) => ({
      seen: await door.write(callerOf(request), (ctx) => seeRequests(acting(request, ctx), request.body.requests)),
    }),
  )
  app.post(
    '/api/archive/needs/:county/waiving',
    {
      config: plan,
      schema: {
        summary: '把多项要求标为不需要，或恢复需要',
        params: OneCounty,
        body: WaiveNeedsBody,
        response: ok(NeedsWaived),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => waiveNeeds(ctx, request.params.county, request.body)),
  )
  app.post(
    '/api/archive/needs/:county/:need/waiving',
    {
      config: plan,
      schema: { summary: '标为不需要，或恢复需要', params: OneNeed, body: WaiveBody, response: ok(NeedView) },
    },
    (request) => door.write(callerOf(request), (ctx) => waiveNeed(acting(request, ctx), request.params, request.body)),
  )
  app.post(
    '/api/archive/needs/:county/:need/papers/:paper/review',
    {
      config: review,
      schema: { summary: '审核一份材料是否充分', params: NeedAndPaper, body: ReviewBody, response: ok(NeedView) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await reviewPaper(acting(request, ctx), request.params, request.body)
        return readNeed(acting(request, ctx), request.params)
      }),
  )
}
