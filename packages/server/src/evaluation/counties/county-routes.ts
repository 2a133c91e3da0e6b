import { CountiesAnswer } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { listCounties } from './list-counties.ts'

const text = { minLength: 1, maxLength: 200 } as const
const CountiesQuery = Type.Object(
  {
    pack: Type.Optional(Type.String({ ...text, description: '标准包；不写就是最近评估的' })),
    node: Type.Optional(Type.String({ ...text, description: '按哪个判断项目排；不写就按达标项目占比' })),
  },
  strict,
)

/** What a city or province sees of its counties. */
export const countyRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/counties',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: { summary: '各县最近一次评估', querystring: CountiesQuery, response: ok(CountiesAnswer) },
    },
    (request) => door.read(callerOf(request), ({ db }) => listCounties(db, request.query)),
  )
}
