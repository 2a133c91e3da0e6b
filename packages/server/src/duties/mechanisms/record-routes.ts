import {
  AnswerBody,
  BodyBody,
  BodyChange,
  ContactBody,
  CorrectedKind,
  CorrectRecordBody,
  MechanismList,
  PromiseBody,
  ProposalBody,
  VisitBody,
} from '@eduduty/core/duties'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { readingOf, writingOf } from '../acting.ts'
import { correctRecord } from './records/correct-record.ts'
import { listMechanisms } from './records/list-mechanisms.ts'
import { changeBody, recordBody } from './records/record-body.ts'
import { recordContact, recordVisit } from './records/record-contact.ts'
import { recordPromise } from './records/record-promise.ts'
import { answerProposal, recordProposal } from './records/record-proposal.ts'
import { County, Made, read, work, Year } from './schemas.ts'

const OneCounty = Type.Object(County, strict)
const OneRecord = Type.Object({ ...County, record: Type.String({ maxLength: 100, description: '记录标识' }) }, strict)
const OneCorrected = Type.Object({ ...OneRecord.properties, kind: CorrectedKind }, strict)

/** 领导机构、重点工作和承诺、人大政协、联系学校。 */
export const recordRoutes: RegisterRoutes = (app, deps) => {
  app.get(
    '/api/duties/mechanisms/:county',
    {
      config: read,
      schema: {
        summary: '领导机构、重点工作和承诺、人大政协、联系学校',
        params: OneCounty,
        querystring: Type.Object(Year, strict),
        response: ok(MechanismList),
      },
    },
    (request) =>
      deps.door.read(callerOf(request), (ctx) =>
        listMechanisms(readingOf(request, ctx, deps.door), request.params.county, request.query.year),
      ),
  )
  bodyRoutes(app, deps)
  promiseRoutes(app, deps)
  contactRoutes(app, deps)
  correctionRoutes(app, deps)
}

const bodyRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/bodies/:county',
    { config: work, schema: { summary: '登记领导机构', params: OneCounty, body: BodyBody, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        id: await recordBody(writingOf(request, ctx), request.params.county, request.body),
      })),
  )
  app.post(
    '/api/duties/bodies/:county/:record/changes',
    { config: work, schema: { summary: '调整领导机构', params: OneRecord, body: BodyChange, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await changeBody(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.record }
      }),
  )
}

const promiseRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/promises/:county',
    {
      config: work,
      schema: { summary: '登记重点工作和承诺', params: OneCounty, body: PromiseBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        id: await recordPromise(writingOf(request, ctx), request.params.county, request.body),
      })),
  )
  app.post(
    '/api/duties/proposals/:county',
    {
      config: work,
      schema: { summary: '登记建议提案和视察', params: OneCounty, body: ProposalBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        id: await recordProposal(writingOf(request, ctx), request.params.county, request.body),
      })),
  )
  app.post(
    '/api/duties/proposals/:county/:record/answer',
    { config: work, schema: { summary: '登记答复', params: OneRecord, body: AnswerBody, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await answerProposal(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.record }
      }),
  )
}

const contactRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/contacts/:county',
    { config: work, schema: { summary: '登记联系学校', params: OneCounty, body: ContactBody, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        id: await recordContact(writingOf(request, ctx), request.params.county, request.body),
      })),
  )
  app.post(
    '/api/duties/contacts/:county/:record/visits',
    { config: work, schema: { summary: '登记到校和讲课', params: OneRecord, body: VisitBody, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await recordVisit(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.record }
      }),
  )
}

const correctionRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/records/:county/:kind/:record/corrections',
    {
      config: work,
      schema: {
        summary: '更正机构、承诺、建议提案和联系学校的登记',
        params: OneCorrected,
        body: CorrectRecordBody,
        response: ok(Made),
      },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, kind, record: id } = request.params
        await correctRecord(writingOf(request, ctx), { county, kind, id }, request.body)
        return { id }
      }),
  )
}
