import { type ScenarioComparison, tryAssumptions } from '@eduduty/core/evaluation'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listScenarios, type ScenarioPlace } from './scenarios.ts'
import type { StandingRun } from './stand-run.ts'

/** What several scenarios come to, side by side, in the order asked for. Errors: `evaluation.scenario_not_found`. */
export async function compareScenarios(
  ctx: Ctx,
  { standing, codes, stale, readAt }: StandingRun,
  place: ScenarioPlace,
  ids: readonly string[],
): Promise<ScenarioComparison> {
  const all = new Map((await listScenarios(ctx, place)).map((scenario) => [scenario.id, scenario]))
  const scenarios = [...new Set(ids)].map((id) => {
    const scenario = all.get(id)
    if (scenario === undefined) throw new AppError('evaluation.scenario_not_found')
    const { verdict, ratings, items, counts, refused } = tryAssumptions(standing, scenario.assumptions, codes)
    const assumptions = scenario.assumptions.length
    return { id, title: scenario.title, assumptions, refused: refused.length, verdict, ratings, items, counts }
  })
  return { stale, read_at: readAt, scenarios }
}
