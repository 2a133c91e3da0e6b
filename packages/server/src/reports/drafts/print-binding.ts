import { fillPlace } from '@eduduty/core/documents'
import { type CountyFacade, findGrain } from '@eduduty/core/evaluation'
import type { DraftBinding } from '@eduduty/core/reports'
import { AppError } from '../../platform/errors/app-error.ts'

/** What a number prints whose unit an evaluation no longer knows: the writer has to see it and take it out. */
const GONE = '（此单位已不在评估中）'

/** What a bound number prints in an evaluation. Errors: `reports.formula_wrong`, for a formula that means nothing there. */
export function printBinding(source: CountyFacade, binding: DraftBinding): string {
  const { grain, subject, formula } = binding
  const isKnown =
    findGrain(source.pack, grain) !== undefined && source.subjectsOf(grain).some(({ id }) => id === subject)
  if (!isKnown) return GONE
  const [problem] = source.evaluateAt(grain, subject, formula).problems
  if (problem !== undefined) throw new AppError('reports.formula_wrong', { formula, reason: problem.message })
  return fillPlace(source, binding).text
}
