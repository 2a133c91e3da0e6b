import { defaultOutline, type FigureSource, fillPlace } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import type { Outline, Pack } from '@eduduty/core/packs'
import type { DraftBinding } from '@eduduty/core/reports'
import { openRun, type RunKey } from '../../evaluation/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/**
 * A kept run computed once more. The system reads for it, as far as the run itself reached: whoever writes on a
 * township's report does not reach the rows of all schools, and figures of a part of them would be wrong. What they may
 * see was asked before. `unit`: the run has to be one of this unit or of one above it. Errors: as openRun.
 */
export async function evaluateRun(door: Door, { county, run }: RunKey, unit?: string): Promise<CountyFacade> {
  const reader = (path: string) => systemCaller('为报告取数', { scopes: [path], county, path })
  const path = await door.read(reader(areaPath(county)), async ({ db }) => {
    const [row] = await db.run<{ org_path: string }>(
      'select org_path from evaluation_runs where county_code = $1 and run_id = $2',
      [county, run],
    )
    if (row === undefined || !(unit ?? row.org_path).startsWith(row.org_path))
      throw new AppError('evaluation.run_not_found')
    return row.org_path
  })
  return door.read(reader(path), async (ctx) => (await openRun(ctx, { county, run })).evaluate())
}

export const outlinesOf = (pack: Pack): readonly Outline[] => pack.reports ?? [defaultOutline]

/** Errors: `reports.outline_not_found`. */
export function outlineOf(pack: Pack, id: string): Outline {
  const found = outlinesOf(pack).find((outline) => outline.id === id)
  if (found === undefined) throw new AppError('reports.outline_not_found', { outline: id })
  return found
}

/** What a bound number prints in an evaluation. Errors: `reports.formula_wrong`, for a formula that means nothing there. */
export function printBinding(source: FigureSource & Pick<CountyFacade, 'evaluateAt'>, binding: DraftBinding): string {
  const { problems } = source.evaluateAt(binding.grain, binding.subject, binding.formula)
  const [problem] = problems
  if (problem !== undefined)
    throw new AppError('reports.formula_wrong', { formula: binding.formula, reason: problem.message })
  return fillPlace(source, binding).text
}
