import { AppraisalDetail, AppraisalList, AppraisalStateSchema } from '@eduduty/core/appraisal'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { listAppraisals } from '../views/list-appraisals.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { keyOf, OneAppraisal, read } from './schemas.ts'

const Filter = Type.Object(
  {
    year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })),
    state: Type.Optional(AppraisalStateSchema),
    text: Type.Optional(Type.String({ maxLength: 60 })),
    at_me: Type.Optional(Type.Boolean({ description: '只看轮到自己办的' })),
  },
  strict,
)

/** Looking at appraisals. */
export const readingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/appraisal/appraisals',
    { config: read, schema: { summary: '评议', querystring: Filter, response: ok(AppraisalList) } },
    (request) => {
      const { at_me: atMe, ...filter } = request.query
      const { grants } = getSignedIn(request)
      return door.read(callerOf(request), (ctx) => listAppraisals({ ctx, grants }, { ...filter, atMe }))
    },
  )

  app.get(
    '/api/appraisal/appraisals/:county/:appraisal',
    { config: read, schema: { summary: '一项评议', params: OneAppraisal, response: ok(AppraisalDetail) } },
    (request) => {
      const { grants } = getSignedIn(request)
      return door.read(callerOf(request), (ctx) => readAppraisal({ ctx, grants }, keyOf(request.params)))
    },
  )
}
