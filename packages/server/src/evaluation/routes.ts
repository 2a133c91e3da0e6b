import { Readable } from 'node:stream'
import { Assessment, FigureChain } from '@eduduty/core/evaluation'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { Content, ok, strict } from '../platform/http/schemas.ts'
import { sendFile } from '../platform/http/send-file.ts'
import { briefRoutes } from './brief/brief-routes.ts'
import { collectedRoutes } from './collected-routes.ts'
import { commentRoutes } from './comments/comment-routes.ts'
import { comparisonRoutes } from './comparison/comparison-routes.ts'
import { countyRoutes } from './counties/county-routes.ts'
import { DocumentEntry, getDocument, listDocuments } from './documents-of-run.ts'
import { getFigureChain } from './figure-chain.ts'
import { getAssessment, getRunKey } from './find-run.ts'
import { gatherRoutes } from './gather/gather-routes.ts'
import { ExcerptView, getExcerpt } from './get-excerpt.ts'
import { FigureAnswer, FigureList, getFigure, listFigures } from './list-figures.ts'
import { listRuns, RunEntry } from './list-runs.ts'
import { liveRoutes } from './live/live-routes.ts'
import { movePreviewRoutes } from './moves/move-preview-routes.ts'
import { ownRoutes } from './own/own-routes.ts'
import { priceRoutes } from './prices/price-routes.ts'
import { whatIfRoutes } from './what-if/what-if-routes.ts'

const text = { minLength: 1, maxLength: 400 } as const
const Run = Type.Object({ run: Type.String({ ...text, description: '评估标识，或 latest' }) }, strict)
const Texts = Type.Array(Type.String(text), { maxItems: 2000 })

/** Sends JSON that is text already and keeps its contract: to take it apart and put it together again costs most of the time. */
const asJson = (reply: FastifyReply, body: string | Readable): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(body)

const read = { access: { verb: 'evaluation.read' } } as const

/** What is kept of evaluations: runs, figures with their chain, source cells, documents. */
export const evaluationRoutes: RegisterRoutes = (app, deps) => {
  runRoutes(app, deps)
  figureRoutes(app, deps)
  documentRoutes(app, deps)
  collectedRoutes(app, deps)
  movePreviewRoutes(app, deps)
  commentRoutes(app, deps)
  comparisonRoutes(app, deps)
  briefRoutes(app, deps)
  countyRoutes(app, deps)
  gatherRoutes(app, deps)
  whatIfRoutes(app, deps)
  liveRoutes(app, deps)
  priceRoutes(app, deps)
  ownRoutes(app, deps)
}

const runRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs',
    { config: read, schema: { summary: '历次评估，新的在前', response: ok(Type.Array(RunEntry)) } },
    (request) => door.read(callerOf(request), ({ db }) => listRuns(db)),
  )

  app.get(
    '/api/evaluation/runs/:run',
    { config: read, schema: { summary: '一次评估的结论（不含数字明细）', params: Run, response: ok(Assessment) } },
    (request, reply) =>
      door.read(callerOf(request), async ({ db }) => {
        const assessment = await getAssessment(db, await getRunKey(db, request.params.run))
        const history = assessment.history.map((year) => ({ ...year, figures: [] }))
        return asJson(reply, JSON.stringify({ ...assessment, figures: [], history }))
      }),
  )

  app.get(
    '/api/evaluation/runs/:run/history',
    {
      config: read,
      schema: { summary: '以前各年的县级数字', params: Run, response: ok(Assessment.properties.history) },
    },
    (request, reply) =>
      door.read(callerOf(request), async ({ db }) => {
        const { history } = await getAssessment(db, await getRunKey(db, request.params.run))
        return asJson(reply, JSON.stringify(history))
      }),
  )
}

const figureFilter = Type.Object(
  {
    grain: Type.Optional(Type.String(text)),
    node: Type.Optional(Texts),
    subject: Type.Optional(Texts),
    unit: Type.Optional(Type.String({ ...text, description: '单位标识：只要这一单位的' })),
  },
  strict,
)
const oneFigure = Type.Object({ ...Run.properties, figure: Type.String(text) }, strict)
const cell = Type.Object(
  {
    file: Type.String(text),
    sheet: Type.String(text),
    cell: Type.String({ pattern: '^[A-Za-z]{1,3}[1-9][0-9]{0,6}$' }),
  },
  strict,
)

const figureRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/evaluation/runs/:run/figures',
    {
      config: read,
      schema: {
        summary: '数字，可按层级、指标、对象、单位筛选',
        params: Run,
        querystring: figureFilter,
        response: ok(FigureList),
      },
    },
    (request, reply) =>
      door.read(callerOf(request), async ({ db }) =>
        asJson(reply, Readable.from(listFigures(db, await getRunKey(db, request.params.run), request.query))),
      ),
  )

  app.get(
    '/api/evaluation/runs/:run/figures/:figure',
    { config: read, schema: { summary: '一个数字的来历', params: oneFigure, response: ok(FigureAnswer) } },
    (request, reply) =>
      door.read(callerOf(request), async ({ db }) =>
        asJson(reply, await getFigure(db, await getRunKey(db, request.params.run), request.params.figure)),
      ),
  )

  app.get(
    '/api/evaluation/runs/:run/figures/:figure/chain',
    {
      config: read,
      schema: { summary: '一个数字由哪些数算出、又算出哪些数', params: oneFigure, response: ok(FigureChain) },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) =>
        getFigureChain(db, await getRunKey(db, request.params.run), request.params.figure),
      ),
  )

  app.get(
    '/api/evaluation/runs/:run/excerpt',
    {
      config: read,
      schema: { summary: '来源单元格及其周围', params: Run, querystring: cell, response: ok(ExcerptView) },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) =>
        getExcerpt({ db }, await getRunKey(db, request.params.run), request.query, keyring),
      ),
  )
}

const oneDocument = Type.Object({ ...Run.properties, name: Type.String(text) }, strict)

const documentRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/documents',
    { config: read, schema: { summary: '一次评估产生的文件', params: Run, response: ok(Type.Array(DocumentEntry)) } },
    (request) =>
      door.read(callerOf(request), async ({ db }) => listDocuments(db, await getRunKey(db, request.params.run))),
  )

  app.get(
    '/api/evaluation/runs/:run/documents/:name',
    {
      config: read,
      schema: {
        summary: '下载一个文件',
        params: oneDocument,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { params } = request
      const document = await door.write(callerOf(request), async (ctx) => {
        ctx.audit({ action: 'evaluation.download', subject: params.name, detail: { run: params.run } })
        return getDocument(ctx.db, await getRunKey(ctx.db, params.run), params.name)
      })
      return sendFile(reply, { name: params.name.split('/').at(-1) ?? params.name, ...document })
    },
  )
}
