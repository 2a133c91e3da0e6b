import { CaseFileKept, CaseFileQuery, CaseProofQuery, RecordKey } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { sentStream, streamingFiles } from '../../../platform/http/take-file.ts'
import { sendPicture } from '../../pictures/send-picture.ts'
import { attachFile } from './attach-file.ts'
import { fileProof } from './file-proof.ts'
import { seeFile } from './see-file.ts'

const OneRecord = Type.Object({ county: CountyCode, case: RowId, record: RecordKey }, strict)
const OneFile = Type.Object({ county: CountyCode, case: RowId, file: RowId }, strict)
const OneCase = Type.Object({ county: CountyCode, case: RowId }, strict)

/** 走访的照片和签字. */
export const caseFileRoutes: RegisterRoutes = (app, { door, files }) => {
  streamingFiles(app, (inner) =>
    inner.post(
      '/api/enrolment/cases/:county/:case/records/:record/files',
      {
        config: { access: { verb: 'enrolment.work' } },
        schema: {
          summary: '给走访加照片、签字',
          params: OneRecord,
          querystring: CaseFileQuery,
          response: ok(CaseFileKept),
        },
      },
      async (request) => {
        const sent = { ...request.query, content: sentStream(request.body) }
        return { file: await attachFile({ door, files, caller: callerOf(request) }, request.params, sent) }
      },
    ),
  )
  streamingFiles(app, (inner) =>
    inner.post(
      '/api/enrolment/cases/:county/:case/proofs',
      {
        config: { access: { verb: 'enrolment.work' } },
        schema: {
          summary: '上传复学、销案的证明，办理时写明用哪一份',
          params: OneCase,
          querystring: CaseProofQuery,
          response: ok(CaseFileKept),
        },
      },
      async (request) => {
        const filing = { door, files, caller: callerOf(request), grants: getSignedIn(request).grants }
        const sent = { ...request.query, content: sentStream(request.body) }
        return { file: await fileProof(filing, request.params, sent) }
      },
    ),
  )
  app.get(
    '/api/enrolment/cases/:county/:case/files/:file',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: { summary: '查看走访的照片、签字，下载证明', params: OneFile, response: ok(Content) },
    },
    async (request, reply) => {
      const { county } = request.params
      const row = await door.write(callerOf(request), (ctx) => seeFile(ctx, request.params))
      return sendPicture(reply, files, county, row)
    },
  )
}
