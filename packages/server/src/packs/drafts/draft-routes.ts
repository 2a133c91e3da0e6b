import {
  DraftCheck,
  DraftEntry,
  DraftList,
  DraftSaved,
  DraftTitle,
  DraftView,
  InstallDraft,
  PackVersionView,
  SaveDraft,
  StartDraft,
} from '@eduduty/core/packs'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, noContent, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import { addDraft } from './add-draft.ts'
import { checkDraft } from './check-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import { makeDraftFile } from './draft-file.ts'
import { OneDraft, writing } from './draft-params.ts'
import { getDraft, listDrafts } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { installDraft } from './install-draft.ts'
import { renameDraft } from './rename-draft.ts'
import { saveDraft } from './save-draft.ts'
import { sentPackFiles } from './sent-files.ts'
import { startDraft } from './start-draft.ts'
import { tryingRoutes } from './trying-routes.ts'

const uploadBytes = 8 * 1024 * 1024
const at = '/api/packs/drafts/:county/:draft'

/** Drafts of standards packs: starting, saving, checking, taking away, installing. */
export const draftRoutes: RegisterRoutes = (app, deps) => {
  listRoutes(app, deps)
  oneRoutes(app, deps)
  fileRoutes(app, deps)
  installRoute(app, deps)
  tryingRoutes(app, deps)
}

function listRoutes(app: App, { door }: Deps): void {
  app.get(
    '/api/packs/drafts',
    { config: writing, schema: { summary: '标准包草稿', response: ok(DraftList) } },
    async (request) => ({ drafts: await door.read(callerOf(request), (ctx) => listDrafts(ctx)) }),
  )

  app.post(
    '/api/packs/drafts',
    { config: writing, schema: { summary: '起草标准包', body: StartDraft, response: ok(DraftEntry) } },
    (request) => door.write(callerOf(request), (ctx) => startDraft(ctx, request.body)),
  )
}

function oneRoutes(app: App, { door }: Deps): void {
  app.get(
    at,
    { config: writing, schema: { summary: '标准包草稿的内容', params: OneDraft, response: ok(DraftView) } },
    (request) =>
      door.read(callerOf(request), async ({ db }) => ({
        ...(await getDraft(db, request.params)),
        files: await readDraftFiles(db, request.params),
      })),
  )

  app.put(
    at,
    {
      config: writing,
      bodyLimit: uploadBytes,
      schema: { summary: '保存标准包草稿', params: OneDraft, body: SaveDraft, response: ok(DraftSaved) },
    },
    (request) => door.write(callerOf(request), (ctx) => saveDraft(ctx, request.params, request.body)),
  )

  app.put(
    `${at}/title`,
    {
      config: writing,
      schema: { summary: '改标准包草稿的名称', params: OneDraft, body: DraftTitle, response: ok(DraftEntry) },
    },
    (request) => door.write(callerOf(request), (ctx) => renameDraft(ctx, request.params, request.body.title)),
  )

  app.delete(
    at,
    { config: writing, schema: { summary: '删除标准包草稿', params: OneDraft, response: noContent } },
    async (request, reply) => {
      await door.write(callerOf(request), (ctx) => deleteDraft(ctx, request.params))
      return reply.code(204).send(null)
    },
  )

  app.get(
    `${at}/check`,
    { config: writing, schema: { summary: '检查标准包草稿', params: OneDraft, response: ok(DraftCheck) } },
    (request) => door.read(callerOf(request), (ctx) => checkDraft(ctx, request.params)),
  )
}

function fileRoutes(app: App, { door }: Deps): void {
  app.get(
    `${at}/file`,
    {
      config: writing,
      schema: {
        summary: '导出标准包草稿',
        params: OneDraft,
        querystring: Type.Object({ format: Type.Union([Type.Literal('zip'), Type.Literal('xlsx')]) }, strict),
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const { name, bytes } = await door.write(callerOf(request), (ctx) => makeDraftFile(ctx, request.params, format))
      const type = format === 'xlsx' ? mediaTypes.xlsx : 'application/zip'
      return sendFile(reply, { name, type, content: bytes })
    },
  )

  takingFiles(app, uploadBytes, (inner) => {
    inner.post(
      '/api/packs/drafts/upload',
      {
        config: writing,
        bodyLimit: uploadBytes,
        schema: {
          summary: '上传标准包成为草稿',
          querystring: Type.Object({ name: FileName }, strict),
          response: ok(DraftEntry),
        },
      },
      async (request) => {
        const { name, bytes } = sentFile(request.query.name, request.body)
        const files = await sentPackFiles(Buffer.from(bytes), name)
        const title = name.replace(/\.[^.]*$/, '').slice(0, 80) || name.slice(0, 80)
        return door.write(callerOf(request), (ctx) => addDraft(ctx, { title, files }))
      },
    )
  })
}

function installRoute(app: App, deps: Deps): void {
  app.post(
    `${at}/install`,
    {
      config: { access: { verb: 'packs.approve' } },
      schema: {
        summary: '安装标准包草稿',
        params: OneDraft,
        body: InstallDraft,
        response: ok(PackVersionView),
      },
    },
    (request) => installDraft(deps, callerOf(request), request.params, request.body.revision),
  )
}
