import {
  KeepVersionBody,
  KeptReport,
  RefreshBody,
  RefreshResult,
  ReportCommentBody,
  ReportDetail,
  ReportList,
  ReportMentionSearch,
  ReportMentions,
  ReportOffers,
  type ReportStep,
  SaveReportBody,
  SendReportBody,
  SignReportBody,
  StartedReports,
  StartReportsBody,
} from '@eduduty/core/reports'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { getRunKey } from '../../evaluation/index.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, RowId, strict } from '../../platform/http/schemas.ts'
import { addComment, resolveComment } from './comments.ts'
import { getDraft, type ReportKey } from './draft-row.ts'
import { EvaluatedRuns } from './evaluated-runs.ts'
import { figureRoutes } from './figure-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { listMentions } from './list-mentions.ts'
import { listReports } from './list-reports.ts'
import { offerReports } from './offer-reports.ts'
import { readReport } from './read-report.ts'
import { readRunStatus } from './read-run-status.ts'
import { refreshReport } from './refresh-report.ts'
import { OneReport, OneVersion } from './report-params.ts'
import { computeNew, saveReport } from './save-report.ts'
import { startReports } from './start-reports.ts'
import { stepReport } from './step-report.ts'
import { getVersion, keepNamedVersion } from './versions.ts'

const OneComment = Type.Object({ ...OneReport.properties, comment: RowId }, strict)
const Run = Type.Object(
  { run: Type.String({ minLength: 1, maxLength: 200, description: '评估标识，或 latest' }) },
  strict,
)

const read = { access: { verb: 'reports.read' } } as const
const draft = { access: { verb: 'reports.draft' } } as const
const sign = { access: { verb: 'reports.sign' } } as const

/** Drafts of reports: from an outline to a signed file. */
export const draftRoutes: RegisterRoutes = (app, deps) => {
  const runs = new EvaluatedRuns(deps.door)
  startingRoutes(app, deps, runs)
  readingRoutes(app, deps)
  figureRoutes(app, deps, runs)
  writingRoutes(app, deps, runs)
  stepRoutes(app, deps)
  commentRoutes(app, deps)
  fileRoutes(app, deps)
}

/** The draft as it is after what was done with it. */
async function afterwards({ door }: Deps, request: FastifyRequest, key: ReportKey): Promise<ReportDetail> {
  const { grants } = getSignedIn(request)
  const status = await statusOf(door, request, key)
  return door.read(callerOf(request), async (ctx) => readReport(ctx, await getDraft(ctx, key), grants, status))
}

async function statusOf(door: Door, request: FastifyRequest, key: ReportKey): Promise<ReportDetail['run_status']> {
  const { run_id: run } = await door.read(callerOf(request), (ctx) => getDraft(ctx, key))
  return readRunStatus(door, { county: key.county, run })
}

const startingRoutes = (app: App, { door }: Deps, runs: EvaluatedRuns): void => {
  app.get(
    '/api/reports/offers',
    { config: draft, schema: { summary: '一次评估可以写的报告', querystring: Run, response: ok(ReportOffers) } },
    async (request) => {
      const key = await door.read(callerOf(request), (ctx) => getRunKey(ctx.db, request.query.run))
      const source = await runs.evaluate(key)
      return door.read(callerOf(request), (ctx) => offerReports(ctx, key, source))
    },
  )

  app.post(
    '/api/reports',
    { config: draft, schema: { summary: '按提纲建立报告稿', body: StartReportsBody, response: ok(StartedReports) } },
    async (request) => {
      const key = await door.read(callerOf(request), (ctx) => getRunKey(ctx.db, request.body.run))
      const source = await runs.evaluate(key)
      return door.write(callerOf(request), (ctx) => startReports(ctx, key, source, request.body))
    },
  )
}

const readingRoutes: RegisterRoutes = (app, deps) => {
  const { door } = deps
  app.get('/api/reports', { config: read, schema: { summary: '报告稿', response: ok(ReportList) } }, (request) =>
    door.read(callerOf(request), (ctx) => listReports(ctx, getSignedIn(request).grants)),
  )

  app.get(
    '/api/reports/mentions',
    {
      config: read,
      schema: {
        summary: '一个数字写进了哪些报告稿的哪一句',
        querystring: ReportMentionSearch,
        response: ok(ReportMentions),
      },
    },
    (request) => door.read(callerOf(request), (ctx) => listMentions(ctx, request.query)),
  )

  app.get(
    '/api/reports/:county/:report',
    { config: read, schema: { summary: '一份报告稿', params: OneReport, response: ok(ReportDetail) } },
    (request) => afterwards(deps, request, request.params),
  )

  app.get(
    '/api/reports/:county/:report/versions/:version',
    { config: read, schema: { summary: '报告稿的一个版本', params: OneVersion, response: ok(KeptReport) } },
    (request) => door.read(callerOf(request), (ctx) => getVersion(ctx, request.params, request.params.version)),
  )
}

const writingRoutes = (app: App, deps: Deps, runs: EvaluatedRuns): void => {
  const { door } = deps
  app.put(
    '/api/reports/:county/:report',
    {
      config: draft,
      schema: { summary: '保存报告稿', params: OneReport, body: SaveReportBody, response: ok(ReportDetail) },
    },
    async (request) => {
      const computed = await door.read(callerOf(request), (ctx) => computeNew(ctx, request.params, request.body, runs))
      await door.write(callerOf(request), (ctx) => saveReport(ctx, request.params, request.body, computed))
      return afterwards(deps, request, request.params)
    },
  )

  app.post(
    '/api/reports/:county/:report/refresh',
    {
      config: draft,
      schema: { summary: '用另一次评估更新数字', params: OneReport, body: RefreshBody, response: ok(RefreshResult) },
    },
    async (request) => {
      const { county } = request.params
      const row = await door.read(callerOf(request), (ctx) => getDraft(ctx, request.params))
      const source = await runs.evaluate({ county, run: request.body.run }, row.org_path)
      return door.write(callerOf(request), (ctx) => refreshReport(ctx, request.params, request.body, source))
    },
  )

  app.post(
    '/api/reports/:county/:report/versions',
    {
      config: draft,
      schema: { summary: '留存一个版本', params: OneReport, body: KeepVersionBody, response: ok(ReportDetail) },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) => keepNamedVersion(ctx, request.params, request.body.note))
      return afterwards(deps, request, request.params)
    },
  )
}

const stepRoutes: RegisterRoutes = (app, deps) => {
  const { door } = deps
  const take = async (request: FastifyRequest, key: ReportKey, step: ReportStep): Promise<ReportDetail> => {
    const status = await statusOf(door, request, key)
    await door.write(callerOf(request), (ctx) => stepReport(ctx, key, step, status))
    return afterwards(deps, request, key)
  }
  app.post(
    '/api/reports/:county/:report/sending',
    {
      config: draft,
      schema: { summary: '送审或撤回送审', params: OneReport, body: SendReportBody, response: ok(ReportDetail) },
    },
    (request) => take(request, request.params, request.body),
  )

  app.post(
    '/api/reports/:county/:report/signing',
    {
      config: sign,
      schema: { summary: '签发、退回或重新起草', params: OneReport, body: SignReportBody, response: ok(ReportDetail) },
    },
    (request) => take(request, request.params, request.body),
  )
}

const commentRoutes: RegisterRoutes = (app, deps) => {
  const { door } = deps
  app.post(
    '/api/reports/:county/:report/comments',
    {
      config: read,
      schema: { summary: '提意见', params: OneReport, body: ReportCommentBody, response: ok(ReportDetail) },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) => addComment(ctx, request.params, request.body))
      return afterwards(deps, request, request.params)
    },
  )

  app.post(
    '/api/reports/:county/:report/comments/:comment/resolution',
    { config: draft, schema: { summary: '意见处理完毕', params: OneComment, response: ok(ReportDetail) } },
    async (request) => {
      await door.write(callerOf(request), (ctx) => resolveComment(ctx, request.params, request.params.comment))
      return afterwards(deps, request, request.params)
    },
  )
}
