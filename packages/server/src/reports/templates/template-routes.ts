import { listTemplateNames, TemplateEntry, TemplateName } from '@eduduty/core/documents'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { Run } from '../run-parameter.ts'
import { fillFromRun } from './fill-from-run.ts'
import { getTemplate } from './find-template.ts'
import { retireTemplate } from './keep-template.ts'
import { listTemplates } from './list-templates.ts'
import { findTemplatePlace } from './template-place.ts'
import { uploadRoutes } from './upload-routes.ts'

const read = { access: { verb: 'evaluation.read' } } as const
const write = { access: { verb: 'reports.write' } } as const
const OneTemplate = Type.Object({ ...Run.properties, template: RowId }, strict)
const OneVersion = Type.Object({ ...OneTemplate.properties, version: Type.Integer({ minimum: 1 }) }, strict)
const asFile = { produces: ['application/octet-stream'], response: ok(Content) }

/** Word templates of an office, for the county and pack of a run. */
export const templateRoutes: RegisterRoutes = (app, deps) => {
  listRoutes(app, deps)
  fileRoutes(app, deps)
  uploadRoutes(app, deps)
}

const listRoutes = (app: App, { door }: Deps): void => {
  app.get(
    '/api/reports/runs/:run/templates',
    { config: read, schema: { summary: '报告模板', params: Run, response: ok(Type.Array(TemplateEntry)) } },
    (request) =>
      door.read(callerOf(request), async (ctx) => listTemplates(ctx, await findTemplatePlace(ctx, request.params.run))),
  )

  app.get(
    '/api/reports/runs/:run/template-names',
    { config: read, schema: { summary: '模板里可用的名称', params: Run, response: ok(Type.Array(TemplateName)) } },
    (request) =>
      door.read(callerOf(request), async (ctx) => [
        ...listTemplateNames((await findTemplatePlace(ctx, request.params.run)).plan),
      ]),
  )

  app.post(
    '/api/reports/runs/:run/templates/:template/retirement',
    { config: write, schema: { summary: '停用报告模板', params: OneTemplate, response: noContent } },
    async (request, reply) => {
      const { run, template } = request.params
      await door.write(callerOf(request), async (ctx) =>
        retireTemplate(ctx, await findTemplatePlace(ctx, run), template),
      )
      return reply.code(204).send(null)
    },
  )
}

const fileRoutes = (app: App, { door }: Deps): void => {
  app.get(
    '/api/reports/runs/:run/templates/:template/versions/:version',
    { config: read, schema: { summary: '下载报告模板的一个版本', params: OneVersion, ...asFile } },
    async (request, reply) => {
      const { run, template, version } = request.params
      const kept = await door.write(callerOf(request), async (ctx) => {
        const found = await getTemplate(ctx, await findTemplatePlace(ctx, run), template, version)
        ctx.audit({ action: 'reports.download_template', subject: found.title, detail: { version } })
        return found
      })
      return sendFile(reply, { name: `${kept.title}.docx`, type: mediaTypes.docx, content: kept.content })
    },
  )

  app.get(
    '/api/reports/runs/:run/templates/:template/filled',
    { config: read, schema: { summary: '按模板生成文件', params: OneTemplate, ...asFile } },
    async (request, reply) => {
      const { run, template } = request.params
      const { name, fill } = await door.write(callerOf(request), async (ctx) => {
        const place = await findTemplatePlace(ctx, run)
        const { title, version, content } = await getTemplate(ctx, place, template)
        ctx.audit({ action: 'reports.fill_template', subject: title, detail: { run: place.key.run, version } })
        const name = `${place.countyName}${place.year}年-${title}.docx`
        return { name, fill: await fillFromRun(ctx, place, content) }
      })
      return sendFile(reply, { name, type: mediaTypes.docx, content: await fill() })
    },
  )
}
