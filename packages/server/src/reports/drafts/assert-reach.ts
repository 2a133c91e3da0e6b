import type { DraftBinding } from '@eduduty/core/reports'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/**
 * Numbers that an edit brings in are those of units that the writer reaches: the system computes them, and would give
 * anybody's. Who reaches the run itself reaches all of it. Errors: `reports.figure_out_of_reach`.
 */
export async function assertReach(
  { db }: Pick<Ctx, 'db'>,
  { county, run }: RunKey,
  bindings: readonly DraftBinding[],
): Promise<void> {
  const [whole] = await db.run('select 1 from evaluation_runs where county_code = $1 and run_id = $2', [county, run])
  if (whole !== undefined) return
  for (const { grain, subject, formula } of bindings) {
    const [reached] = await db.run(
      `select 1 from evaluation_figures where county_code = $1 and run_id = $2 and grain = $3 and subject = $4 limit 1`,
      [county, run, grain, subject],
    )
    if (reached === undefined) throw new AppError('reports.figure_out_of_reach', { formula })
  }
}
