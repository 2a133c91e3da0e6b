import {
  Assumptions,
  InputList,
  listInputs,
  MOST_COMPARED,
  meetStandard,
  Needed,
  Scenario,
  ScenarioComparison,
  ScenarioInput,
  tryAssumptions,
  WhatIfAnswer,
} from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { getRunKey } from '../find-run.ts'
import { compareScenarios } from './compare-scenarios.ts'
import { findScenarioPlace } from './scenario-place.ts'
import { addScenario, changeScenario, deleteScenario, listScenarios } from './scenarios.ts'
import type { StandingRun } from './stand-run.ts'
import { StandingRuns } from './standing-runs.ts'

const word = { minLength: 1, maxLength: 300 } as const
const Run = Type.Object({ run: Type.String({ ...word, description: '评估标识，或 latest' }) }, strict)
const access = { access: { verb: 'evaluation.what_if' } } as const

/** 测算: what would follow from assumptions; scenarios that keep them. */
export const whatIfRoutes: RegisterRoutes = (app, deps) => {
  const runs = new StandingRuns()
  const stand: Stand = async (ctx, run) => runs.get(ctx, await getRunKey(ctx.db, run))
  inputRoutes(app, deps, stand)
  askingRoutes(app, deps, stand)
  scenarioRoutes(app, deps)
}

type Stand = (ctx: Ctx, run: string) => Promise<StandingRun>

const inputRoutes = (app: App, { door }: Deps, stand: Stand): void => {
  app.get(
    '/api/evaluation/runs/:run/what-if/inputs',
    {
      config: access,
      schema: {
        summary: '一个数用到哪些格子',
        params: Run,
        querystring: Type.Object({ figure: Type.String(word) }, strict),
        response: ok(InputList),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { standing, codes } = await stand(ctx, request.params.run)
        const list = listInputs(standing, request.query.figure, codes)
        if (list === undefined) throw new AppError('evaluation.figure_not_found')
        return list
      }),
  )

  app.get(
    '/api/evaluation/runs/:run/what-if/needed',
    {
      config: access,
      schema: {
        summary: '各对象都补足到标准至少要改什么',
        params: Run,
        querystring: Type.Object({ indicator: Type.String(word) }, strict),
        response: ok(Type.Array(Needed)),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { standing } = await stand(ctx, request.params.run)
        return [...meetStandard(standing, request.query.indicator)]
      }),
  )
}

const askingRoutes = (app: App, { door }: Deps, stand: Stand): void => {
  app.post(
    '/api/evaluation/runs/:run/what-if',
    {
      config: access,
      schema: {
        summary: '测算：假设一些数变了，结论怎样变',
        params: Run,
        body: Type.Object({ assumptions: Assumptions }, strict),
        response: ok(WhatIfAnswer),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { standing, codes, stale, readAt } = await stand(ctx, request.params.run)
        return { stale, read_at: readAt, ...tryAssumptions(standing, request.body.assumptions, codes) }
      }),
  )

  app.get(
    '/api/evaluation/runs/:run/scenarios/compared',
    {
      config: access,
      schema: {
        summary: '几个测算方案并列比较',
        params: Run,
        querystring: Type.Object({ scenario: Type.Array(RowId, { minItems: 1, maxItems: MOST_COMPARED }) }, strict),
        response: ok(ScenarioComparison),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const place = await findScenarioPlace(ctx, request.params.run)
        return compareScenarios(ctx, await stand(ctx, request.params.run), place, request.query.scenario)
      }),
  )
}

const oneScenario = Type.Object({ ...Run.properties, scenario: RowId }, strict)

const scenarioRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/scenarios',
    {
      config: access,
      schema: { summary: '保存的测算方案', params: Run, response: ok(Type.Array(Scenario)) },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => listScenarios(ctx, await findScenarioPlace(ctx, request.params.run))),
  )

  app.post(
    '/api/evaluation/runs/:run/scenarios',
    {
      config: access,
      schema: {
        summary: '保存测算方案',
        params: Run,
        body: ScenarioInput,
        response: ok(Type.Object({ id: Type.String() }, strict)),
      },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) =>
        addScenario(ctx, await findScenarioPlace(ctx, request.params.run), request.body),
      ),
  )

  app.put(
    '/api/evaluation/runs/:run/scenarios/:scenario',
    {
      config: access,
      schema: { summary: '修改测算方案', params: oneScenario, body: ScenarioInput, response: noContent },
    },
    async (request, reply) => {
      const { run, scenario } = request.params
      await door.write(callerOf(request), async (ctx) =>
        changeScenario(ctx, await findScenarioPlace(ctx, run), scenario, request.body),
      )
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/evaluation/runs/:run/scenarios/:scenario',
    { config: access, schema: { summary: '删除测算方案', params: oneScenario, response: noContent } },
    async (request, reply) => {
      const { run, scenario } = request.params
      await door.write(callerOf(request), async (ctx) =>
        deleteScenario(ctx, await findScenarioPlace(ctx, run), scenario),
      )
      return reply.code(204).send(null)
    },
  )
}
