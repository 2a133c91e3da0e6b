import type { Assessment } from '@eduduty/core/evaluation'
import { ReportDrawables, ReportFigures, ReportPlaces } from '@eduduty/core/reports'
import { Type } from 'typebox'
import { getTaskPack } from '../../collection/index.ts'
import { getAssessment, type RunKey } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { readAssessment } from '../read-assessment.ts'
import { aboutOf, getDraft } from './draft-row.ts'
import type { EvaluatedRuns } from './evaluated-runs.ts'
import { findFigures } from './find-figures.ts'
import { listDrawables } from './list-drawables.ts'
import { listPlaces } from './list-places.ts'
import { readerOfRun } from './read-as-run.ts'
import { OneReport } from './report-params.ts'

const draft = { access: { verb: 'reports.draft' } } as const
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Place = Type.Object({ grain: Id, subject: Id }, strict)

/** Numbers of the run behind a report that may be put into it: of which units, and which. */
export const figureRoutes = (app: App, { door }: Deps, runs: EvaluatedRuns): void => {
  // What the units and the figures of a run are called stands in its document, which not every writer reaches.
  const readWords = async (key: RunKey, read: (db: Queries, key: RunKey) => Promise<Assessment>) => {
    const reader = await readerOfRun(door, key)
    return door.read(reader, async ({ db }) => {
      const assessment = await read(db, key)
      const { id, hash } = assessment.run.pack
      return { assessment, plan: (await getTaskPack(db, { packId: id, hash })).plan() }
    })
  }

  app.get(
    '/api/reports/:county/:report/figure-places',
    {
      config: draft,
      schema: { summary: '可以插入哪些单位的数字', params: OneReport, response: ok(ReportPlaces) },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const row = await getDraft(ctx, request.params)
        const run = { county: row.county_code, run: row.run_id }
        const { assessment, plan } = await readWords(run, getAssessment)
        return listPlaces(ctx, run, assessment, plan)
      }),
  )

  app.get(
    '/api/reports/:county/:report/figures',
    {
      config: draft,
      schema: {
        summary: '一个单位可以插入报告的数字',
        params: OneReport,
        querystring: Place,
        response: ok(ReportFigures),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const row = await getDraft(ctx, request.params)
        const run = { county: row.county_code, run: row.run_id }
        const { assessment, plan } = await readWords(run, readAssessment)
        return { figures: await findFigures(ctx, run, assessment, plan, request.query) }
      }),
  )

  app.get(
    '/api/reports/:county/:report/drawables',
    {
      config: draft,
      schema: { summary: '可以加成表或图的数据', params: OneReport, response: ok(ReportDrawables) },
    },
    async (request) => {
      const row = await door.read(callerOf(request), (ctx) => getDraft(ctx, request.params))
      const source = await runs.evaluate({ county: row.county_code, run: row.run_id }, row.org_path)
      return listDrawables(source, aboutOf(row))
    },
  )
}
