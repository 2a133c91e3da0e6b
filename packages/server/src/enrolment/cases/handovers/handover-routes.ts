import { HandoverAnswerBody, HandoverBody, HandoverList, HandoverMade } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { actingOf } from '../acting.ts'
import { answerHandover, withdrawHandover } from './answer-handover.ts'
import { offerHandover } from './offer-handover.ts'
import { listHandovers } from './present-handover.ts'

const County = Type.Object({ county: CountyCode }, strict)
const OneCase = Type.Object({ county: CountyCode, case: RowId }, strict)
const OneHandover = Type.Object({ county: CountyCode, handover: RowId }, strict)

const work = { access: { verb: 'enrolment.work' } } as const

/** 学生转交. */
export const handoverRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/enrolment/handovers/:county',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: { summary: '学生转交', params: County, response: ok(HandoverList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) => listHandovers(actingOf(request, ctx, keyring), request.params.county)),
  )
  app.post(
    '/api/enrolment/cases/:county/:case/handovers',
    {
      config: work,
      schema: {
        summary: '提请转校、转到另一乡镇或转往外县',
        params: OneCase,
        body: HandoverBody,
        response: ok(HandoverMade),
      },
    },
    async (request) => ({
      handover: await door.write(callerOf(request), (ctx) =>
        offerHandover(actingOf(request, ctx, keyring), request.params, request.body),
      ),
    }),
  )
  app.post(
    '/api/enrolment/handovers/:county/:handover/answer',
    {
      config: work,
      schema: {
        summary: '接收或退回转来的学生',
        params: OneHandover,
        body: HandoverAnswerBody,
        response: ok(HandoverMade),
      },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) =>
        answerHandover(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { handover: request.params.handover }
    },
  )
  app.post(
    '/api/enrolment/handovers/:county/:handover/withdrawal',
    { config: work, schema: { summary: '撤回转交', params: OneHandover, response: ok(HandoverMade) } },
    async (request) => {
      await door.write(callerOf(request), (ctx) => withdrawHandover(actingOf(request, ctx, keyring), request.params))
      return { handover: request.params.handover }
    },
  )
}
