import {
  DeliverBody,
  DeliveriesAnswer,
  type DeliveryActor,
  type DeliveryDeed,
  GatheringAnswer,
  GatheringBody,
  ReasonBody,
} from '@eduduty/core/evaluation'
import { scopesFor, type Verb } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { EvaluatedPeriod } from '../evaluate-period.ts'
import { decideDelivery, deliverRun } from './deliver.ts'
import { evaluateGathering } from './evaluate-gathering.ts'
import { listOwnDeliveries } from './list-own-deliveries.ts'
import { showGathering } from './show-gathering.ts'

const read = { access: { verb: 'evaluation.read' } } as const
const OfCounty = Type.Object({ county: CountyCode }, strict)
const OneDelivery = Type.Object({ county: CountyCode, delivery: RowId }, strict)
const GatheringQuery = Type.Object(
  {
    area: Type.Optional(CountyCode),
    pack: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })),
  },
  strict,
)

function actorOf(request: FastifyRequest): DeliveryActor {
  const { actor, grants } = getSignedIn(request)
  const reach = (verb: Verb) => scopesFor(grants, verb)
  return { id: actor.id, sends: reach('evaluation.deliver'), receives: reach('evaluation.gather') }
}

/** Results that counties hand up, and what a city or province makes of them. */
export const gatherRoutes: RegisterRoutes = (app, deps) => {
  deliveryRoutes(app, deps)
  decisionRoutes(app, deps)
  gatheringRoutes(app, deps)
}

const deliveryRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/deliveries',
    {
      config: read,
      schema: {
        summary: '本县（市）可上报的评估与上报的经过',
        querystring: Type.Object({ county: Type.Optional(CountyCode) }, strict),
        response: ok(DeliveriesAnswer),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => listOwnDeliveries(ctx, request.query.county, actorOf(request))),
  )

  app.post(
    '/api/evaluation/deliveries/:county',
    {
      config: { access: { verb: 'evaluation.deliver' } },
      schema: { summary: '上报一次评估', params: OfCounty, body: DeliverBody, response: noContent },
    },
    async (request, reply) => {
      const { county } = request.params
      await door.write(callerOf(request), (ctx) => deliverRun(ctx, county, request.body, actorOf(request)))
      return reply.code(204).send(null)
    },
  )
}

const decisions = [
  { path: 'withdrawal', deed: 'withdrawn', verb: 'evaluation.deliver', summary: '撤回上报的评估' },
  { path: 'confirmation', deed: 'confirmed', verb: 'evaluation.gather', summary: '确认下级上报的评估' },
  { path: 'return', deed: 'returned', verb: 'evaluation.gather', summary: '退回下级上报的评估' },
] as const satisfies readonly { path: string; deed: DeliveryDeed; verb: Verb; summary: string }[]

const decisionRoutes: RegisterRoutes = (app, { door }) => {
  for (const { path, deed, verb, summary } of decisions)
    app.post(
      `/api/evaluation/deliveries/:county/:delivery/${path}`,
      { config: { access: { verb } }, schema: { summary, params: OneDelivery, body: ReasonBody, response: noContent } },
      async (request, reply) => {
        const { county, delivery } = request.params
        const { reason } = request.body
        await door.write(callerOf(request), (ctx) =>
          decideDelivery(ctx, { county, delivery, deed, reason }, actorOf(request)),
        )
        return reply.code(204).send(null)
      },
    )
}

const gatheringRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/gathering',
    {
      config: read,
      schema: { summary: '所辖各县（市）上报了没有', querystring: GatheringQuery, response: ok(GatheringAnswer) },
    },
    (request) => door.read(callerOf(request), (ctx) => showGathering(ctx, request.query, actorOf(request))),
  )

  app.post(
    '/api/evaluation/gathering/:county',
    {
      config: { access: { verb: 'evaluation.gather' } },
      schema: {
        summary: '以下级上报的评估为据，作本级评估',
        params: OfCounty,
        body: GatheringBody,
        response: ok(EvaluatedPeriod),
      },
    },
    (request) => evaluateGathering(door, callerOf(request), request.params.county, request.body),
  )
}
