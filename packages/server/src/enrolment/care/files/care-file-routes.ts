import { CaseFileKept, CaseFileQuery, RecordKey } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { Content, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { sentStream, streamingFiles } from '../../../platform/http/take-file.ts'
import { sendPicture } from '../../pictures/send-picture.ts'
import { OneChild } from '../schemas.ts'
import { attachCareFile } from './attach-care-file.ts'
import { seeCareFile } from './see-care-file.ts'

const OneRecord = Type.Object({ ...OneChild.properties, record: RecordKey }, strict)
const OneFile = Type.Object({ ...OneChild.properties, file: RowId }, strict)

/** 关爱走访的照片和签字. */
export const careFileRoutes: RegisterRoutes = (app, { door, files }) => {
  streamingFiles(app, (inner) =>
    inner.post(
      '/api/enrolment/care/:county/:child/records/:record/files',
      {
        config: { access: { verb: 'enrolment.work' } },
        schema: {
          summary: '给关爱走访加照片、签字',
          params: OneRecord,
          querystring: CaseFileQuery,
          response: ok(CaseFileKept),
        },
      },
      async (request) => {
        const sent = { ...request.query, content: sentStream(request.body) }
        return { file: await attachCareFile({ door, files, caller: callerOf(request) }, request.params, sent) }
      },
    ),
  )
  app.get(
    '/api/enrolment/care/:county/:child/files/:file',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: { summary: '查看关爱走访的照片、签字', params: OneFile, response: ok(Content) },
    },
    async (request, reply) => {
      const { county } = request.params
      const row = await door.write(callerOf(request), (ctx) => seeCareFile(ctx, request.params))
      return sendPicture(reply, files, county, row)
    },
  )
}
