import { ComparisonAnswer, LightCounts, RankingAnswer, TrendAnswer } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { getRunKey } from '../find-run.ts'
import { compareRuns } from './compare-runs.ts'
import { countLights } from './count-lights.ts'
import { rankSubjects } from './rank-subjects.ts'
import { showTrend } from './show-trend.ts'

const text = { minLength: 1, maxLength: 400 } as const
const Run = Type.Object({ run: Type.String({ ...text, description: '评估标识，或 latest' }) }, strict)
const config = { access: { verb: 'evaluation.read' } } as const

const ComparisonQuery = Type.Object(
  {
    with: Type.Optional(Type.String({ ...text, description: '与哪一次评估比' })),
    year: Type.Optional(Type.Integer({ description: '与本次评估所读的哪一个往年比' })),
  },
  strict,
)
const RankingQuery = Type.Object(
  {
    node: Type.String(text),
    by: Type.Optional(Type.String({ ...text, description: '按哪一栏归并（所属乡镇）；不写就逐个排' })),
    of: Type.Optional(
      Type.Array(Type.String(text), { maxItems: 10, description: '只要哪些对象：栏目=值，或学段等维度值' }),
    ),
  },
  strict,
)

/** One figure over years, two evaluations side by side, townships and schools in order. */
export const comparisonRoutes: RegisterRoutes = (app, deps) => {
  yearRoutes(app, deps)
  placeRoutes(app, deps)
}

/** One figure over years, and two evaluations. */
const yearRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/trend',
    {
      config,
      schema: {
        summary: '一个数字历年的值',
        params: Run,
        querystring: Type.Object({ figure: Type.String(text) }, strict),
        response: ok(TrendAnswer),
      },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) =>
        showTrend(db, await getRunKey(db, request.params.run), request.query.figure),
      ),
  )

  app.get(
    '/api/evaluation/runs/:run/comparison',
    {
      config,
      schema: {
        summary: '两次评估、两个年度对照',
        params: Run,
        querystring: ComparisonQuery,
        response: ok(ComparisonAnswer),
      },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) => {
        const { with: run, year } = request.query
        if (run === undefined && year === undefined)
          throw new AppError('request.invalid', { reason: '要写明与哪一次评估（with）或哪一年（year）比' })
        const key = await getRunKey(db, request.params.run)
        return compareRuns(db, key, run === undefined ? { year: year ?? 0 } : { run })
      }),
  )
}

const placeRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/ranking',
    {
      config,
      schema: {
        summary: '乡镇、学校按一项指标排列',
        params: Run,
        querystring: RankingQuery,
        response: ok(RankingAnswer),
      },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) =>
        rankSubjects(db, await getRunKey(db, request.params.run), request.query),
      ),
  )

  app.get(
    '/api/evaluation/runs/:run/lights',
    {
      config,
      schema: { summary: '不列入判断项目的指标各有多少达标', params: Run, response: ok(LightCounts) },
    },
    (request) =>
      door.read(callerOf(request), async ({ db }) => countLights(db, await getRunKey(db, request.params.run))),
  )
}
