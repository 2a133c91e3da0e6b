import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { getDraft } from './draft-row.ts'
import { OneReport, OneVersion } from './report-params.ts'
import { getSignedFile } from './versions.ts'
import { fileOfDraft } from './write-file.ts'
import { zipReports } from './zip-reports.ts'

const read = { access: { verb: 'reports.read' } } as const
const docx = [mediaTypes.docx]

/** Reports as files: as they are now, as they were signed, and many of them at once. */
export const fileRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/reports/:county/:report/document',
    {
      config: read,
      schema: { summary: '下载报告稿（docx）', params: OneReport, produces: docx, response: ok(Content) },
    },
    async (request, reply) => {
      const row = await door.write(callerOf(request), async (ctx) => {
        const found = await getDraft(ctx, request.params)
        ctx.audit({ action: 'reports.download', subject: found.file_name })
        return found
      })
      return sendFile(reply, { ...(await fileOfDraft(row)), type: mediaTypes.docx })
    },
  )

  app.get(
    '/api/reports/:county/:report/versions/:version/document',
    {
      config: read,
      schema: { summary: '下载签发的报告（docx）', params: OneVersion, produces: docx, response: ok(Content) },
    },
    async (request, reply) => {
      const file = await door.write(callerOf(request), async (ctx) => {
        const found = await getSignedFile(ctx, request.params, request.params.version)
        ctx.audit({ action: 'reports.download', subject: found.name })
        return found
      })
      return sendFile(reply, { ...file, type: mediaTypes.docx })
    },
  )

  app.get(
    '/api/reports/archive',
    {
      config: read,
      schema: {
        summary: '下载多份报告（zip）',
        querystring: Type.Object(
          { county: CountyCode, reports: Type.String({ maxLength: 40_000, description: '报告标识，以逗号分开' }) },
          strict,
        ),
        produces: ['application/zip'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { county, reports } = request.query
      const caller = callerOf(request)
      const ids = [...new Set(reports.split(',').filter((id) => id !== ''))]
      const rows = await door.write(caller, async (ctx) => {
        const found = await Promise.all(ids.map((report) => getDraft(ctx, { county, report })))
        ctx.audit({ action: 'reports.download', subject: `${found.length}份报告` })
        return found
      })
      return sendFile(reply, { name: '报告.zip', type: 'application/zip', content: zipReports(rows) })
    },
  )
}
