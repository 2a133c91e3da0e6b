import { CaseFileKept, CaseFileQuery, caseFileTitles, RecordKey } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { Type } from 'typebox'
import { endingOfMedia } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { Content, ok, RowId, strict } from '../../../platform/http/schemas.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { sentStream, streamingFiles } from '../../../platform/http/take-file.ts'
import { OneChild } from '../schemas.ts'
import { type ChildKey, getCopies } from '../store/child-row.ts'
import { attachCareFile } from './attach-care-file.ts'
import { type CareFileRow, readCareFiles } from './care-files.ts'

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
      const { kind, media, sha256 } = await door.write(callerOf(request), (ctx) => seeCareFile(ctx, request.params))
      if (!(await files.has(county, sha256))) throw new AppError('archive.file_lost', { title: caseFileTitles[kind] })
      reply.header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'no-store')
      const name = `${caseFileTitles[kind]}${endingOfMedia(media)}`
      return sendFile(reply, { name, type: media, content: files.read(county, sha256) })
    },
  )
}

/** A picture of a child, for whoever holds it: every look at it is one event of the log. */
async function seeCareFile(ctx: Ctx, key: ChildKey & { readonly file: string }): Promise<CareFileRow> {
  const [own] = await getCopies(ctx, key)
  const row = (await readCareFiles(ctx.db, key)).find(({ file_id: id }) => id === key.file)
  if (row === undefined) throw new AppError('enrolment.file_not_found')
  ctx.audit({
    action: 'enrolment.see_file',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, kind: caseFileTitles[row.kind] },
  })
  return row
}
