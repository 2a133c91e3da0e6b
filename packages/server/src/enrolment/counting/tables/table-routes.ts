import { CountTable } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict } from '../../../platform/http/schemas.ts'
import { sendTable } from '../../../platform/http/send-file.ts'
import { Year } from '../schemas.ts'
import { readCountTable } from './read-count-table.ts'
import { writeCountTable } from './write-count-table.ts'

const count = { access: { verb: 'enrolment.count' } } as const
const County = Type.Object({ county: CountyCode }, strict)
const OneYear = Type.Object({ year: Type.Optional(Year) }, strict)

/** 人数表：给不能看到孩子的人看，或者公开。 */
export const tableRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/counts/:county',
    {
      config: count,
      schema: { summary: '各单位的人数，小的不写明', params: County, querystring: OneYear, response: ok(CountTable) },
    },
    (request) => door.read(callerOf(request), (ctx) => readCountTable(ctx, request.params.county, request.query.year)),
  )
  app.get(
    '/api/enrolment/counts/:county/file',
    {
      config: count,
      schema: {
        summary: '下载各单位的人数表',
        params: County,
        querystring: OneYear,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { name, content } = await door.write(callerOf(request), (ctx) =>
        writeCountTable(ctx, request.params.county, request.query.year),
      )
      return sendTable(reply, name, 'xlsx', content)
    },
  )
}
