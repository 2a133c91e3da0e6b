import { TemplateCheck, TemplateKept } from '@eduduty/core/documents'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps } from '../../platform/http/app-type.ts'
import { Content, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { Run } from '../run-parameter.ts'
import { examineTemplate, presentCheck } from './examine-template.ts'
import { fillFromRun } from './fill-from-run.ts'
import { addTemplate, addTemplateVersion } from './keep-template.ts'
import { markTemplate } from './mark-template.ts'
import { TEMPLATE_BYTES } from './open-template.ts'
import { findTemplatePlace } from './template-place.ts'

const write = { access: { verb: 'reports.write' } } as const
const Named = Type.Object({ name: FileName }, strict)
const asFile = { produces: ['application/octet-stream'], response: ok(Content) }

/** Files that come in: to be kept, or only to be looked at, marked or filled once. */
export const uploadRoutes = (app: App, deps: Deps): void =>
  takingFiles(app, TEMPLATE_BYTES, (inner) => {
    keepingRoutes(inner, deps)
    checkRoute(inner, deps)
    tryingRoutes(inner, deps)
  })

const Titled = Type.Object({ ...Named.properties, title: Type.String({ minLength: 1, maxLength: 60 }) }, strict)
const After = Type.Object(
  { ...Named.properties, after: Type.Integer({ minimum: 1, description: '所见到的最新版本号' }) },
  strict,
)
const OneTemplate = Type.Object({ ...Run.properties, template: RowId }, strict)

const keepingRoutes = (app: App, { door }: Deps): void => {
  app.post(
    '/api/reports/runs/:run/templates',
    {
      config: write,
      bodyLimit: TEMPLATE_BYTES,
      schema: { summary: '上传报告模板；有错的不保存', params: Run, querystring: Titled, response: ok(TemplateKept) },
    },
    (request) => {
      const file = sentFile(request.query.name, request.body)
      return door.write(callerOf(request), async (ctx) =>
        addTemplate(ctx, await findTemplatePlace(ctx, request.params.run), file, request.query.title.trim()),
      )
    },
  )

  app.post(
    '/api/reports/runs/:run/templates/:template/versions',
    {
      config: write,
      bodyLimit: TEMPLATE_BYTES,
      schema: {
        summary: '上传报告模板的新版本；有错的不保存',
        params: OneTemplate,
        querystring: After,
        response: ok(TemplateKept),
      },
    },
    (request) => {
      const { run, template: id } = request.params
      const file = sentFile(request.query.name, request.body)
      return door.write(callerOf(request), async (ctx) =>
        addTemplateVersion(ctx, await findTemplatePlace(ctx, run), file, { id, after: request.query.after }),
      )
    },
  )
}

const checkRoute = (app: App, { door }: Deps): void => {
  app.post(
    '/api/reports/runs/:run/template-check',
    {
      config: write,
      bodyLimit: TEMPLATE_BYTES,
      schema: { summary: '检查报告模板', params: Run, querystring: Named, response: ok(TemplateCheck) },
    },
    (request) => {
      const { bytes } = sentFile(request.query.name, request.body)
      return door.read(callerOf(request), async (ctx) =>
        presentCheck(await examineTemplate(bytes, (await findTemplatePlace(ctx, request.params.run)).plan)),
      )
    },
  )
}

const tryingRoutes = (app: App, { door }: Deps): void => {
  const schema = { params: Run, querystring: Named, ...asFile }
  app.post(
    '/api/reports/runs/:run/template-check/marked',
    { config: write, bodyLimit: TEMPLATE_BYTES, schema: { summary: '标出错误的报告模板', ...schema } },
    async (request, reply) => {
      const file = sentFile(request.query.name, request.body)
      const content = await door.read(callerOf(request), async (ctx) =>
        markTemplate(file.bytes, (await findTemplatePlace(ctx, request.params.run)).plan),
      )
      return sendFile(reply, { name: `${stem(file.name)}-标出错误.docx`, type: mediaTypes.docx, content })
    },
  )

  app.post(
    '/api/reports/runs/:run/template-check/filled',
    { config: write, bodyLimit: TEMPLATE_BYTES, schema: { summary: '试填报告模板，不保存', ...schema } },
    async (request, reply) => {
      const file = sentFile(request.query.name, request.body)
      const fill = await door.read(callerOf(request), async (ctx) =>
        fillFromRun(ctx, await findTemplatePlace(ctx, request.params.run), file.bytes),
      )
      return sendFile(reply, { name: `${stem(file.name)}-试填.docx`, type: mediaTypes.docx, content: await fill() })
    },
  )
}

const stem = (name: string): string => name.replace(/\.[^.]*$/, '')
