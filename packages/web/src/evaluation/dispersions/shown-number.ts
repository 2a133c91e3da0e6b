import type { Dispersion, Figure } from '@eduduty/core/evaluation'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { evaluationMessages } from '../messages.ts'

/** Mean and deviation have no rule of their own: four significant digits, never fewer than the whole part. */
export function shortNumber(text: string | undefined): string {
  if (text === undefined) return evaluationMessages.dispersions.notComputable
  const size = Math.abs(Number(text))
  return Number(text).toFixed(size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)
}

/** The coefficient exactly as the same figure is shown elsewhere, by the rule of its pack. */
export function coefficientShown(one: Dispersion, figures: ReadonlyMap<string, readonly Figure[]>): string {
  const own = figures.get(splitFigureId(one.figure).node)?.find((figure) => figure.id === one.figure)
  if (one.coefficient === undefined) return evaluationMessages.dispersions.notComputable
  return own?.shown ?? one.coefficient
}
