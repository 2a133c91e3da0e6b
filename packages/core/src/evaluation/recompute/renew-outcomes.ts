import type { Check } from '../../packs/index.ts'
import { placeOfCheck, programOfCheck } from '../check-program.ts'
import type { Evaluation } from '../evaluation.ts'
import { type CheckOutcome, stepChecks } from '../run-checks.ts'
import type { ChangedCells, Reach } from './reach.ts'
import { readsOfProgram } from './reads-of.ts'

/** Runs again the checks that look at a changed register or at something that a change reaches; the others said it all. */
export function renewOutcomes(
  outcomes: ReadonlyMap<Check, CheckOutcome>,
  evaluation: Evaluation,
  cells: readonly ChangedCells[],
  reach: Reach,
): ReadonlyMap<Check, CheckOutcome> {
  const registers = new Set(cells.map(({ register }) => register))
  const again = [...outcomes.keys()].filter((check) => isReached(evaluation, check, registers, reach))
  const renewed = new Map([...stepChecks(evaluation, again)].map((outcome) => [outcome.check, outcome]))
  return new Map([...outcomes].map(([check, outcome]) => [check, renewed.get(check) ?? outcome]))
}

function isReached({ plan }: Evaluation, check: Check, registers: ReadonlySet<string>, reach: Reach): boolean {
  const place = placeOfCheck(check)
  if (place === undefined) return false
  if (typeof place !== 'string' && registers.has(place.register)) return true
  const reads = readsOfProgram(plan, place, programOfCheck(plan, check))
  return (
    reads.isOpen ||
    [...reads.registers].some((register) => registers.has(register)) ||
    [...reads.nodes].some((node) => reach.nodes.has(node)) ||
    [...reads.inclusions, ...(typeof place === 'string' ? [place] : [])].some((grain) => reach.inclusions.has(grain))
  )
}
