import { rational } from '../../formula/index.ts'
import type { StandingCounty } from '../evaluate-county.ts'
import type { Evaluation } from '../evaluation.ts'
import { parseFigureId } from '../figure-id.ts'
import { gapAt } from '../gap-view.ts'
import { exactText } from '../show.ts'
import type { Solution } from '../solve-for.ts'
import type { Assumption, Needed } from './contracts.ts'
import { keyOf } from './list-inputs.ts'

/**
 * The least that brings every subject that misses an indicator's standard up to it, one assumption each. Empty where
 * nobody misses it, or the pack does not say what to change.
 */
export function meetStandard({ county: { evaluation } }: StandingCounty, indicator: string): readonly Needed[] {
  const node = evaluation.plan.node(indicator)
  if (node === undefined) return []
  const solutions = evaluation
    .county()
    .inside(node.grain)
    .inside.flatMap((index) => gapAt(evaluation, node, index) ?? [])
  return solutions.flatMap((solution) => {
    const assumption = assumptionOf(evaluation, solution)
    return assumption === undefined ? [] : [{ assumption, now: exactText(solution.start) }]
  })
}

function assumptionOf(evaluation: Evaluation, { at, start, amount, direction }: Solution): Assumption | undefined {
  const number = direction === 'more' ? rational.add(start, amount) : rational.sub(start, amount)
  const isShare = at?.kind === 'figure' && isShownAsShare(evaluation, at.figure)
  const text = isShare ? `${exactText(rational.mul(number, rational.HUNDRED))}%` : exactText(number)
  // A quotient without an end cannot be typed.
  if (at === undefined || text.includes('/')) return undefined
  if (at.kind === 'figure') return { kind: 'figure', figure: at.figure, text }
  return { kind: 'cell', register: at.row.table.register.id, key: keyOf(at.row), column: at.column, text }
}

/** Shown as a share: what is assumed of it is written so. */
function isShownAsShare(evaluation: Evaluation, figure: string): boolean {
  return evaluation.plan.node(parseFigureId(figure)?.node ?? '')?.node.display?.percent === true
}
