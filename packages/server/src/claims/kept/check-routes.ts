import { CheckDetail, CheckDraftBody, CheckList, KeptCheck, MarkFindingBody } from '@eduduty/core/claims'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { checkDraft } from './check-draft.ts'
import { contentOf, getCheck, resultOf } from './check-row.ts'
import { checkUpload } from './check-upload.ts'
import { deleteCheck } from './delete-check.ts'
import { findingFile } from './finding-file.ts'
import { listChecks } from './list-checks.ts'
import { markFinding } from './mark-finding.ts'
import { listMarks, readCheck } from './read-check.ts'

const read = { access: { verb: 'claims.read' } } as const
const check = { access: { verb: 'claims.check' } } as const
const OneCheck = Type.Object({ county: CountyCode, check: RowId }, strict)
/** Of a report with its pictures. */
const REPORT_BYTES = 32 * 1024 * 1024

/** Reports whose numbers are checked: files, pasted text and drafts; what was found, and what became of it. */
export const checkRoutes: RegisterRoutes = (app, deps) => {
  takingFiles(app, REPORT_BYTES, (inner) => uploadRoute(inner, deps))
  draftRoute(app, deps)
  readingRoutes(app, deps)
  keepingRoutes(app, deps)
}

const Upload = Type.Object(
  {
    name: FileName,
    pasted: Type.Optional(Type.Boolean({ description: '是粘贴的文字' })),
    run: Type.Optional(Type.String({ minLength: 1, maxLength: 400, description: '与哪次评估核对；latest 为最近一次' })),
    subject: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: '报告是谁的：评估里学校、乡镇或部门的名称' }),
    ),
    older_county: Type.Optional(CountyCode),
    older: Type.Optional(RowId),
  },
  strict,
)

const uploadRoute = (app: App, { door }: Deps): void => {
  app.post(
    '/api/claims/checks',
    {
      config: check,
      bodyLimit: REPORT_BYTES,
      schema: { summary: '核对一份报告的数字', querystring: Upload, response: ok(KeptCheck) },
    },
    (request, reply) => {
      const { name, pasted, run, subject, older, older_county: county } = request.query
      const { bytes } = sentFile(name, request.body)
      const compared = older === undefined || county === undefined ? undefined : { county, check: older }
      return checkUpload(
        { door, caller: callerOf(request), grants: getSignedIn(request).grants, signal: leaving(reply) },
        { name, bytes, isPasted: pasted === true, run, subject, older: compared },
      )
    },
  )
}

const draftRoute: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/claims/drafts',
    { config: check, schema: { summary: '核对报告稿的数字', body: CheckDraftBody, response: ok(KeptCheck) } },
    (request, reply) =>
      checkDraft(
        { door, caller: callerOf(request), grants: getSignedIn(request).grants, signal: leaving(reply) },
        request.body,
      ),
  )
}

/** Aborted when the page that asked is left before the answer. */
function leaving(reply: FastifyReply): AbortSignal {
  const left = new AbortController()
  reply.raw.once('close', () => left.abort())
  return left.signal
}

const readingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/claims/checks',
    { config: read, schema: { summary: '核对过的报告', response: ok(CheckList) } },
    (request) => door.read(callerOf(request), listChecks),
  )

  app.get(
    '/api/claims/checks/:county/:check',
    { config: read, schema: { summary: '一次核对的结果', params: OneCheck, response: ok(CheckDetail) } },
    (request) => door.read(callerOf(request), (ctx) => readCheck(ctx, request.params, getSignedIn(request).grants)),
  )

  const format = Type.Union([Type.Literal('xlsx'), Type.Literal('docx')])
  app.get(
    '/api/claims/checks/:county/:check/findings',
    {
      config: read,
      schema: {
        summary: '下载问题清单',
        params: OneCheck,
        querystring: Type.Object({ format: Type.Optional(format) }, strict),
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const kind = request.query.format ?? 'xlsx'
      const found = await door.write(callerOf(request), async (ctx) => {
        const row = await getCheck(ctx, request.params)
        ctx.audit({ action: 'claims.download', subject: row.title, detail: { format: kind } })
        return { row, content: contentOf(row), result: resultOf(row), marks: await listMarks(ctx, request.params) }
      })
      const content = await findingFile(kind, found)
      return sendFile(reply, { name: `${found.row.title}-问题清单.${kind}`, type: mediaTypes[kind], content })
    },
  )
}

const keepingRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/claims/checks/:county/:check/marks',
    {
      config: check,
      schema: { summary: '说明一个问题怎样处理', params: OneCheck, body: MarkFindingBody, response: ok(CheckDetail) },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) => markFinding(ctx, request.params, request.body))
      return door.read(callerOf(request), (ctx) => readCheck(ctx, request.params, getSignedIn(request).grants))
    },
  )

  app.delete(
    '/api/claims/checks/:county/:check',
    { config: check, schema: { summary: '删除自己的一次核对', params: OneCheck, response: noContent } },
    async (request, reply) => {
      await door.write(callerOf(request), (ctx) => deleteCheck(ctx, request.params))
      return reply.code(204).send(null)
    },
  )
}
