import { Readable } from 'node:stream'
import { Assessment } from '@eduduty/core/evaluation'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { problemResponses } from '../platform/http/problem.ts'
import { DocumentEntry, getDocument, listDocuments } from './documents-of-run.ts'
import { getAssessment, getRunKey } from './find-run.ts'
import { ExcerptView, getExcerpt } from './get-excerpt.ts'
import { FigureAnswer, FigureList, getFigure, listFigures } from './list-figures.ts'
import { listRuns, RunEntry } from './list-runs.ts'

const strict = { additionalProperties: false } as const
const text = { minLength: 1, maxLength: 400 } as const
const Run = Type.Object({ run: Type.String({ ...text, description: '评估标识，或 latest' }) }, strict)
const Texts = Type.Array(Type.String(text), { maxItems: 2000 })
const ok = <T>(schema: T) => ({ 200: schema, ...problemResponses })

/** Sends JSON that is text already and keeps its contract: to take it apart and put it together again costs most of the time. */
const asJson = (reply: FastifyReply, body: string | Readable): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(body)

/** What is kept of evaluations: runs, figures with their chain, source cells, documents. */
export const evaluationRoutes: RegisterRoutes = (app, { db }) => {
  app.get(
    '/api/evaluation/runs',
    { schema: { summary: '历次评估，新的在前', response: ok(Type.Array(RunEntry)) } },
    () => listRuns(db),
  )

  app.get(
    '/api/evaluation/runs/:run',
    { schema: { summary: '一次评估的结论（不含数字明细）', params: Run, response: ok(Assessment) } },
    async ({ params }, reply) => {
      const assessment = await getAssessment(db, await getRunKey(db, params.run))
      const history = assessment.history.map((year) => ({ ...year, figures: [] }))
      return asJson(reply, JSON.stringify({ ...assessment, figures: [], history }))
    },
  )

  app.get(
    '/api/evaluation/runs/:run/history',
    { schema: { summary: '以前各年的县级数字', params: Run, response: ok(Assessment.properties.history) } },
    async ({ params }, reply) =>
      asJson(reply, JSON.stringify((await getAssessment(db, await getRunKey(db, params.run))).history)),
  )

  const filter = Type.Object(
    { grain: Type.Optional(Type.String(text)), node: Type.Optional(Texts), subject: Type.Optional(Texts) },
    strict,
  )
  app.get(
    '/api/evaluation/runs/:run/figures',
    {
      schema: { summary: '数字，可按层级、指标、对象筛选', params: Run, querystring: filter, response: ok(FigureList) },
    },
    async ({ params, query }, reply) =>
      asJson(reply, Readable.from(listFigures(db, await getRunKey(db, params.run), query))),
  )

  const oneFigure = Type.Object({ ...Run.properties, figure: Type.String(text) }, strict)
  app.get(
    '/api/evaluation/runs/:run/figures/:figure',
    { schema: { summary: '一个数字的来历', params: oneFigure, response: ok(FigureAnswer) } },
    async ({ params }, reply) => asJson(reply, await getFigure(db, await getRunKey(db, params.run), params.figure)),
  )

  const cell = Type.Object(
    {
      file: Type.String(text),
      sheet: Type.String(text),
      cell: Type.String({ pattern: '^[A-Za-z]{1,3}[1-9][0-9]{0,6}$' }),
    },
    strict,
  )
  app.get(
    '/api/evaluation/runs/:run/excerpt',
    { schema: { summary: '来源单元格及其周围', params: Run, querystring: cell, response: ok(ExcerptView) } },
    async ({ params, query }) => getExcerpt(db, await getRunKey(db, params.run), query),
  )

  documentRoutes(app, { db })
}

const documentRoutes = (
  app: Parameters<RegisterRoutes>[0],
  { db }: Pick<Parameters<RegisterRoutes>[1], 'db'>,
): void => {
  app.get(
    '/api/evaluation/runs/:run/documents',
    { schema: { summary: '一次评估产生的文件', params: Run, response: ok(Type.Array(DocumentEntry)) } },
    async ({ params }) => listDocuments(db, await getRunKey(db, params.run)),
  )

  const oneDocument = Type.Object({ ...Run.properties, name: Type.String(text) }, strict)
  const content = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
  app.get(
    '/api/evaluation/runs/:run/documents/:name',
    {
      schema: {
        summary: '下载一个文件',
        params: oneDocument,
        produces: ['application/octet-stream'],
        response: ok(content),
      },
    },
    async ({ params }, reply) => {
      const document = await getDocument(db, await getRunKey(db, params.run), params.name)
      const file = encodeURIComponent(params.name.split('/').at(-1) ?? params.name)
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${file}`)
        .header('x-content-type-options', 'nosniff')
        .type(document.type)
        .send(document.content)
    },
  )
}
