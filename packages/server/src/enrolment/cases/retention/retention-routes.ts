import { DestructionBody, DestructionDecision, DestructionMade, RetentionView } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { decideDestruction } from './decide-destruction.ts'
import { proposeDestruction } from './propose-destruction.ts'
import { readRetention } from './read-retention.ts'

const County = Type.Object({ county: CountyCode }, strict)
const OneDestruction = Type.Object({ county: CountyCode, destruction: RowId }, strict)
const config = { access: { verb: 'enrolment.decide' } } as const

/** 到期个案个人信息的销毁：提请、批准. */
export const retentionRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/retention/:county',
    { config, schema: { summary: '到期的个案和销毁的情况', params: County, response: ok(RetentionView) } },
    (request) => door.read(callerOf(request), (ctx) => readRetention(ctx, request.params.county)),
  )
  app.post(
    '/api/enrolment/retention/:county/destructions',
    {
      config,
      schema: {
        summary: '提请销毁到期个案的个人信息',
        params: County,
        body: DestructionBody,
        response: ok(DestructionMade),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => proposeDestruction(ctx, request.params.county, request.body)),
  )
  app.post(
    '/api/enrolment/retention/:county/destructions/:destruction/decision',
    {
      config,
      schema: {
        summary: '批准或不批准销毁，不能批准自己提请的',
        params: OneDestruction,
        body: DestructionDecision,
        response: ok(DestructionMade),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => decideDestruction(ctx, request.params, request.body)),
  )
}
