import type { Ctx } from '../../platform/ctx.ts'
import { getRunFacts, getRunKey } from '../find-run.ts'
import type { ScenarioPlace } from './scenarios.ts'

/** The county, pack and year of a run. Errors: `evaluation.run_not_found`. */
export async function findScenarioPlace({ db }: Ctx, run: string): Promise<ScenarioPlace> {
  const key = await getRunKey(db, run)
  const { packId, year } = await getRunFacts(db, key)
  return { county: key.county, packId, year }
}
