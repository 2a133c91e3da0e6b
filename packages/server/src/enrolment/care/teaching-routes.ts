import { TeachingBook } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { Year } from '../counting/schemas.ts'
import { writeTeaching } from './papers/write-teaching.ts'
import { readTeaching } from './views/read-teaching.ts'

const read = { access: { verb: 'enrolment.read' } } as const
const County = Type.Object({ county: CountyCode }, strict)
const OneSchool = Type.Object({ county: CountyCode, school: RowId }, strict)
const Term = Type.Optional(Type.String({ maxLength: 40, description: '学期；不写为现在的学期' }))
const Which = Type.Object({ year: Type.Optional(Year), term: Term }, strict)
const Format = Type.Union([Type.Literal('docx'), Type.Literal('xlsx')])
const WhichFile = Type.Object({ ...Which.properties, format: Format }, strict)

/** 送教上门 counted against the dose. */
export const teachingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/teaching/:county',
    {
      config: read,
      schema: { summary: '各校送教上门与标准', params: County, querystring: Which, response: ok(TeachingBook) },
    },
    (request) => door.read(callerOf(request), (ctx) => readTeaching(ctx, request.params.county, request.query)),
  )
  app.get(
    '/api/enrolment/teaching/:county/:school/file',
    {
      config: read,
      schema: {
        summary: '一所学校的送教上门记录表',
        params: OneSchool,
        querystring: WhichFile,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { county, school } = request.params
      const { format, ...which } = request.query
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        writeTeaching(ctx, county, { ...which, school }, format),
      )
      return sendFile(reply, { name, type: mediaTypes[format], content: bytes })
    },
  )
}
