import {
  HandInPeriodicBody,
  PeriodicList,
  PeriodicView,
  PlannedPeriodic,
  PlanPeriodicBody,
  ReturnPeriodicBody,
} from '@eduduty/core/enrolment'
import { scopesFor } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { CountyCode, Day, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { Year } from '../schemas.ts'
import { handInPeriodic } from './hand-in-periodic.ts'
import { listPeriodic } from './list-periodic.ts'
import { ownPaths, type PeriodicDesk } from './periodic-row.ts'
import { planPeriodic } from './plan-periodic.ts'
import { readPeriodic } from './read-periodic.ts'
import { returnPeriodic } from './return-periodic.ts'

const County = Type.Object({ county: CountyCode }, strict)
const OnePeriodic = Type.Object({ county: CountyCode, periodic: RowId }, strict)

/** 控辍保学定期报告：谁欠哪一期，到什么时候，报的人数与台账对不对得上。 */
export const periodicRoutes: RegisterRoutes = (app, deps) => {
  yearRoutes(app, deps)
  reportRoutes(app, deps)
}

/** A school year's reports. */
const yearRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/periodic/:county',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: {
        summary: '一个学年的定期报告',
        params: County,
        querystring: Type.Object({ year: Type.Optional(Year) }, strict),
        response: ok(PeriodicList),
      },
    },
    (request) => {
      const { county } = request.params
      return door.read(callerOf(request), (ctx) =>
        listPeriodic(ctx, county, request.query.year, deskOf(request, county)),
      )
    },
  )
  app.post(
    '/api/enrolment/periodic/:county',
    {
      config: { access: { verb: 'enrolment.decide' } },
      schema: {
        summary: '开展一个学年的定期报告',
        params: County,
        body: PlanPeriodicBody,
        response: ok(PlannedPeriodic),
      },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        added: await planPeriodic(ctx, request.params.county, request.body),
      })),
  )
}

/** One of them. */
const reportRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/periodic/:county/:periodic',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: {
        summary: '一份定期报告，报送的人数与台账对照',
        params: OnePeriodic,
        querystring: Type.Object({ on: Type.Optional(Day) }, strict),
        response: ok(PeriodicView),
      },
    },
    (request) => {
      const desk = deskOf(request, request.params.county)
      return door.read(callerOf(request), (ctx) => readPeriodic(ctx, request.params, { ...desk, on: request.query.on }))
    },
  )
  app.post(
    '/api/enrolment/periodic/:county/:periodic/versions',
    {
      config: { access: { verb: 'enrolment.work' } },
      schema: {
        summary: '报送一份定期报告',
        params: OnePeriodic,
        body: HandInPeriodicBody,
        response: ok(PeriodicView),
      },
    },
    (request) => {
      const desk = deskOf(request, request.params.county)
      return door.write(callerOf(request), (ctx) => handInPeriodic(ctx, request.params, request.body, desk))
    },
  )
  app.post(
    '/api/enrolment/periodic/:county/:periodic/return',
    {
      config: { access: { verb: 'enrolment.decide' } },
      schema: {
        summary: '把一份定期报告退回报送的单位',
        params: OnePeriodic,
        body: ReturnPeriodicBody,
        response: ok(PeriodicView),
      },
    },
    (request) => {
      const desk = deskOf(request, request.params.county)
      return door.write(callerOf(request), (ctx) => returnPeriodic(ctx, request.params, request.body, desk))
    },
  )
}

/** What the reader does with periodic reports. */
function deskOf(request: FastifyRequest, county: string): PeriodicDesk {
  const { grants } = getSignedIn(request)
  return { own: ownPaths(grants, county), decides: scopesFor(grants, 'enrolment.decide') }
}
