import { type FigureSource, fillPlace, isCounted } from '@eduduty/core/documents'
import { type CountyFacade, findGrain } from '@eduduty/core/evaluation'
import type { DraftBinding, PrintedNumber } from '@eduduty/core/reports'
import { AppError } from '../../platform/errors/app-error.ts'

/** What a number prints whose unit an evaluation no longer knows: the writer has to see it and take it out. */
const GONE = '（此单位已不在评估中）'

/**
 * What a bound number prints in an evaluation, and the figures that it stands on. `told`: the evaluation as the readers of
 * the report may know it. Errors: `reports.formula_wrong`, for a formula that means nothing there.
 */
export function printBinding(source: CountyFacade, binding: DraftBinding, told: FigureSource = source): PrintedNumber {
  const { grain, subject, formula } = binding
  const isKnown =
    findGrain(source.pack, grain) !== undefined && source.subjectsOf(grain).some(({ id }) => id === subject)
  if (!isKnown) return { text: GONE }
  const [problem] = isCounted(formula) ? [] : source.evaluateAt(grain, subject, formula).problems
  if (problem !== undefined) throw new AppError('reports.formula_wrong', { formula, reason: problem.message })
  const { text, pieces } = fillPlace(told, binding)
  const sources = pieces.flatMap((piece) => piece.sources ?? [])
  return { text, ...(sources.length > 0 && { sources }) }
}
