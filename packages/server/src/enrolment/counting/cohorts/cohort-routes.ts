import { CohortBook, CohortGroup, CohortRows, CohortStage } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../../platform/http/schemas.ts'
import { Year } from '../schemas.ts'
import { listCohortRows, readCohorts } from './read-cohorts.ts'

const read = { access: { verb: 'enrolment.read' } } as const

/** 学届：毕业的一届各人去了哪里，两种巩固率各是多少。 */
export const cohortRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/cohorts/:county',
    {
      config: read,
      schema: {
        summary: '毕业一届学生的去向，按学校',
        params: Type.Object({ county: CountyCode }, strict),
        querystring: Type.Object({ year: Type.Optional(Year) }, strict),
        response: ok(CohortBook),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => readCohorts(ctx, request.params.county, request.query.year)),
  )
  app.get(
    '/api/enrolment/cohorts/:county/:year/pupils',
    {
      config: read,
      schema: {
        summary: '一个数字里的学生，姓名遮蔽',
        params: Type.Object({ county: CountyCode, year: Year }, strict),
        querystring: Type.Object(
          {
            stage: CohortStage,
            group: CohortGroup,
            unit: Type.Optional(Type.String({ maxLength: 400, description: '只看这个单位的，路径' })),
            offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
          },
          strict,
        ),
        response: ok(CohortRows),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => listCohortRows(ctx, request.params, request.query)),
  )
}
