import { DecideLimitsBody, LimitList, LimitsDecided } from '@eduduty/core/enrolment'
import { scopesFor } from '@eduduty/core/identity'
import { reachesCounty } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { decideLimits } from './decide-limits.ts'
import { findWaiting } from './find-waiting.ts'
import { listLimits } from './list-limits.ts'
import { whoDecides } from './who-decides.ts'

const County = Type.Object({ county: CountyCode }, strict)

/** 期限和次数：没有全国文件规定的，由县一次确定. */
export const limitRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/limits/:county',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: { summary: '控辍保学的期限和次数，本县是否已确定', params: County, response: ok(LimitList) },
    },
    async (request) => {
      const { county } = request.params
      const { grants } = getSignedIn(request)
      const read = await door.read(callerOf(request), async (ctx) => {
        assertKnownCounty(ctx, county)
        const { cases, reports, children } = await findWaiting(ctx.db, county)
        return {
          limits: await listLimits(ctx, county),
          waiting_cases: cases,
          waiting_reports: reports,
          waiting_children: children,
        }
      })
      const ask = (await whoDecides(door, county)).map(({ unit, post, name }) => `${unit} ${post} ${name}`)
      return { ...read, may_decide: reachesCounty(scopesFor(grants, 'enrolment.decide'), county), ask }
    },
  )
  app.post(
    '/api/enrolment/limits/:county',
    {
      config: { access: { verb: 'enrolment.decide' } },
      schema: {
        summary: '确定控辍保学的期限和次数',
        params: County,
        body: DecideLimitsBody,
        response: ok(LimitsDecided),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => decideLimits(ctx, request.params.county, request.body)),
  )
}
