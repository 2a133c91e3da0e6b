import {
  AddDecisionBody,
  CorrectMeetingBody,
  CountLine,
  CountList,
  MeetingBody,
  MeetingList,
  RecordKind,
  SettleBody,
  StrikeBody,
  TakeCountBody,
} from '@eduduty/core/duties'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { readingOf, writingOf } from '../acting.ts'
import { countMechanisms } from './counts/count-mechanisms.ts'
import { takeCount } from './counts/take-count.ts'
import { addDecision } from './meetings/add-decision.ts'
import { correctMeeting } from './meetings/correct-meeting.ts'
import { listMeetings } from './meetings/list-meetings.ts'
import { recordMeeting } from './meetings/record-meeting.ts'
import { County, Made, read, work, Year } from './schemas.ts'
import { settleRecord } from './settle-record.ts'
import { strikeRecord } from './strike-record.ts'

const OneCounty = Type.Object(County, strict)
const OneMeeting = Type.Object({ ...County, meeting: Type.String({ maxLength: 100, description: '会议标识' }) }, strict)
const OneRecord = Type.Object(
  { ...County, kind: RecordKind, record: Type.String({ maxLength: 100, description: '记录标识' }) },
  strict,
)
const OneSettled = Type.Object(
  {
    ...County,
    kind: Type.Union([Type.Literal('decision'), Type.Literal('promise')]),
    record: Type.String({ maxLength: 100, description: '记录标识' }),
  },
  strict,
)
const CountSearch = Type.Object(
  { ...Year, unit: Type.Optional(Type.String({ maxLength: 100, description: '只看这个单位' })) },
  strict,
)

/** 工作机制：会议和决定、作废与落实、取数。 */
export const mechanismRoutes: RegisterRoutes = (app, deps) => {
  meetingRoutes(app, deps)
  correctionRoutes(app, deps)
  recordRoutes(app, deps)
  countRoutes(app, deps)
}

const meetingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/meetings/:county',
    {
      config: read,
      schema: {
        summary: '研究教育工作的会议和决定',
        params: OneCounty,
        querystring: Type.Object(Year, strict),
        response: ok(MeetingList),
      },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        listMeetings(readingOf(request, ctx, door), request.params.county, request.query.year),
      ),
  )
  app.post(
    '/api/duties/meetings/:county',
    { config: work, schema: { summary: '登记会议', params: OneCounty, body: MeetingBody, response: ok(Made) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        id: await recordMeeting(writingOf(request, ctx), request.params.county, request.body),
      })),
  )
  app.post(
    '/api/duties/meetings/:county/:meeting/decisions',
    {
      config: work,
      schema: { summary: '补登会议的决定', params: OneMeeting, body: AddDecisionBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await addDecision(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.meeting }
      }),
  )
}

const correctionRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/meetings/:county/:meeting/corrections',
    {
      config: work,
      schema: { summary: '更正会议登记', params: OneMeeting, body: CorrectMeetingBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await correctMeeting(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.meeting }
      }),
  )
}

const recordRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/records/:county/:kind/:record/settling',
    {
      config: work,
      schema: { summary: '登记决定、承诺已经落实', params: OneSettled, body: SettleBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, kind, record: id } = request.params
        await settleRecord(writingOf(request, ctx), { county, kind, id }, request.body)
        return { id }
      }),
  )
  app.post(
    '/api/duties/records/:county/:kind/:record/striking',
    {
      config: work,
      schema: { summary: '作废登记错的记录', params: OneRecord, body: StrikeBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, kind, record: id } = request.params
        await strikeRecord(writingOf(request, ctx), { county, kind, id }, request.body.reason)
        return { id }
      }),
  )
}

const countRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/duties/counts/:county',
    {
      config: read,
      schema: {
        summary: '工作机制的记录计出的数，与台账对照',
        params: OneCounty,
        querystring: CountSearch,
        response: ok(CountList),
      },
    },
    (request) =>
      door.read(callerOf(request), (ctx) =>
        countMechanisms(readingOf(request, ctx, door), { ...request.params, ...request.query }),
      ),
  )
  app.post(
    '/api/duties/counts/:county/taking',
    {
      config: { access: { verb: 'collection.fill' } },
      schema: { summary: '把计出的数填进报表', params: OneCounty, body: TakeCountBody, response: ok(CountLine) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        takeCount(writingOf(request, ctx), request.params.county, request.body, keyring),
      ),
  )
}
