import type { Figure, Trace } from '@eduduty/core/evaluation'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'
import type { FigureAnswer } from '../list-figures.ts'
import type { OwnReader } from './own-reader.ts'
import { getOwnFigures } from './own-run.ts'
import { unitsReached } from './units-reached.ts'

/**
 * One figure within the caller's units with its chain, as far as it stays within them: rows, figures and sentences of others
 * are left out, while the formula still says the numbers that it was computed with. Errors: `evaluation.run_not_found`,
 * `evaluation.figure_not_found`.
 */
export async function getOwnFigure(reader: OwnReader, run: string, figure: string): Promise<FigureAnswer> {
  const { key } = await getOwnFigures(reader, run)
  const [row] = await reader.ctx.db.run<{ figure: Figure; trace: Trace }>(
    `select figure, content -> 'trace' as trace from evaluation_figures
     where county_code = $1 and run_id = $2 and figure_id = $3`,
    [key.county, key.run, figure],
  )
  if (row === undefined) throw new AppError('evaluation.figure_not_found', { figure })
  return { figure: row.figure, trace: await withinReach(reader, key, row.trace), mentions: [] }
}

async function withinReach(reader: OwnReader, key: RunKey, trace: Trace): Promise<Trace> {
  const { inputs, aggregates, used_by: usedBy } = trace
  const named = [...inputs.map((input) => input.figure), ...aggregates.flatMap((one) => one.figures), ...usedBy]
  const reached = await figuresReached(reader, key, named)
  const mayRead = await unitsReached(reader, key.county)
  return {
    ...trace,
    inputs: inputs.filter((input) => reached.has(input.figure)),
    aggregates: aggregates.map((one) => ({
      ...one,
      rows: one.rows.filter((row) => mayRead(row.unit)),
      figures: one.figures.filter((id) => reached.has(id)),
      missing: one.missing.filter((cause) => mayRead(cause.unit)),
    })),
    used_by: usedBy.filter((id) => reached.has(id)),
  }
}

async function figuresReached(
  { ctx }: OwnReader,
  { county, run }: RunKey,
  figures: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.run<{ figure_id: string }>(
    'select figure_id from evaluation_figures where county_code = $1 and run_id = $2 and figure_id = any($3::text[])',
    [county, run, [...new Set(figures)]],
  )
  return new Set(rows.map(({ figure_id: id }) => id))
}
