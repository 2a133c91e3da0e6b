import { fromDecimal, rational } from '../../formula/index.ts'
import type { PackPlan } from '../plan.ts'
import { parseSymbolId } from '../symbol-id.ts'
import { NO_RANGE, type Range } from './compared.ts'
import { hull, type KnownRanges, rangeOf } from './range-of.ts'

/** Limits of what a name can hold in one pack: of a parameter all its entries, of a number those of its formula. */
export function rangeOfSymbol(id: string, plan: PackPlan, known: KnownRanges): Range {
  const target = parseSymbolId(id)
  if (target === undefined) return NO_RANGE
  switch (target.kind) {
    case 'parameter': {
      const values = plan.parameter(target.id)?.values ?? []
      const numbers = values.flatMap(({ value }) => fromDecimal(String(value)) ?? [])
      const [first] = numbers
      if (first === undefined || numbers.length < values.length) return NO_RANGE
      return numbers.map((number): Range => ({ low: number, high: number })).reduce(hull)
    }
    case 'node':
      return rangeOfPart(target.id, target.part, plan, known)
    case 'rating': {
      const full = fromDecimal(plan.pack.ratings?.find((one) => one.id === target.id)?.full ?? '')
      const isPoints = target.part === 'points' || target.part === 'outOf'
      return isPoints ? { low: rational.ZERO, high: full } : NO_RANGE
    }
    case 'column':
    case 'dimension':
    case 'section':
    case 'effect':
    case 'label':
    case 'verdict':
    case 'year':
    case 'evaluated_on':
      return NO_RANGE
  }
}

function rangeOfPart(id: string, part: string, plan: PackPlan, known: KnownRanges): Range {
  const node = plan.node(id)
  const points = fromDecimal(node?.indicator?.points ?? '')
  if (part === 'full') return { low: points, high: points }
  if (part === 'score') return { low: rational.ZERO, high: points }
  const programs = [...(node?.variants.values() ?? [])].map(({ formula, limit }) =>
    part === 'value' ? formula : part === 'standard' ? limit : undefined,
  )
  const ranges = programs.map((program) =>
    program?.expression === undefined ? NO_RANGE : rangeOf(program.expression.node, known),
  )
  return ranges.length === 0 ? NO_RANGE : ranges.reduce(hull)
}
