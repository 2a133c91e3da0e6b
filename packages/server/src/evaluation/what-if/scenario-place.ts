import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getRunKey } from '../find-run.ts'
import type { ScenarioPlace } from './scenarios.ts'

/** The county, pack and year of a run. Errors: `evaluation.run_not_found`. */
export async function findScenarioPlace({ db }: Ctx, run: string): Promise<ScenarioPlace> {
  const key = await getRunKey(db, run)
  const [row] = await db.run<{ pack_id: string; year: number }>(
    'select pack_id, year from evaluation_runs where county_code = $1 and run_id = $2',
    [key.county, key.run],
  )
  if (row === undefined) throw new AppError('evaluation.run_not_found')
  return { county: key.county, packId: row.pack_id, year: row.year }
}
