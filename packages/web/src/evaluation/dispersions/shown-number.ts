import type { Dispersion, Figure } from '@eduduty/core/evaluation'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { shortNumber } from '../../platform/run/short-number.ts'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { evaluationMessages } from '../messages.ts'

type CoarseFigures = ReadonlyMap<string, readonly Figure[]>

function figureOf(one: Dispersion, figures: CoarseFigures): Figure | undefined {
  return figures.get(splitFigureId(one.figure).node)?.find((figure) => figure.id === one.figure)
}

/** Mean and deviation have no rule of their own. */
export function numberShown(text: string | undefined): string {
  return text === undefined ? evaluationMessages.dispersions.notComputable : shortNumber(text)
}

/** The coefficient exactly as the same figure is shown elsewhere, by the rule of its pack. */
export function coefficientShown(one: Dispersion, figures: CoarseFigures): string {
  const own = figureOf(one, figures)
  if (own !== undefined) return shownOf(own)
  return one.coefficient ?? evaluationMessages.dispersions.notComputable
}

/** The limit as its document writes it (0.50); the bare number where the figure does not say. */
export function limitShown(one: Dispersion, figures: CoarseFigures): string | undefined {
  const written = figureOf(one, figures)?.standard?.text.match(/\d+(?:\.\d+)?/)?.[0]
  return written !== undefined && Number(written) === Number(one.limit) ? written : one.limit
}
