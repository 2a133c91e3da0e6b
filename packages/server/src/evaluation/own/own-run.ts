import type { Figure } from '@eduduty/core/evaluation'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'
import { countiesOf, type OwnReader } from './own-reader.ts'

/** A run that has figures of the caller's units. */
export interface OwnFigures {
  readonly key: RunKey
  readonly figures: readonly Figure[]
}

/** In the order of the pack. Errors: `evaluation.run_not_found` where the caller's units have no figures in it. */
export async function getOwnFigures({ ctx, units }: OwnReader, run: string): Promise<OwnFigures> {
  for (const county of countiesOf(units)) {
    const rows = await ctx.db.run<{ figure: Figure }>(
      `select figure from evaluation_figures where county_code = $1 and run_id = $2 and org_path = any($3::text[])
       order by figure_no`,
      [county, run, units],
    )
    if (rows.length > 0) return { key: { county, run }, figures: rows.map(({ figure }) => figure) }
  }
  throw new AppError('evaluation.run_not_found')
}
