import { meanOf, partialBounds, variationOf } from './aggregate.ts'
import { failed, known, missing, notApplicable, truth, uniteCauses, withCoverage } from './make-value.ts'
import { makeCause } from './problem.ts'
import type { Rational } from './rational.ts'
import * as rational from './rational.ts'
import { fromDecimal } from './rational-text.ts'
import type { AggregatePlan, Role } from './sql-plan.ts'
import type { Bounds, Cause, Value } from './value.ts'

/** One row of a scan's result: numbers as text, number or bigint, whatever the driver gives. */
export type ScanRow = Readonly<Record<string, unknown>>

type Reader = (role: Role) => Rational | undefined

function reader(plan: AggregatePlan, row: ScanRow | undefined): Reader {
  return (role) => {
    const fragment = plan.parts.get(role)
    const cell = fragment && row?.[fragment.alias]
    if (cell === undefined || cell === null) return undefined
    return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'bigint'
      ? fromDecimal(String(cell))
      : undefined
  }
}

function compute(plan: AggregatePlan, read: Reader): Value {
  const { node } = plan
  const { title } = node.rowset
  const count = (role: Role): Rational => read(role) ?? rational.ZERO
  const unscale = (number: Rational): Rational => rational.mul(number, rational.fromPair(1n, plan.under))
  const empty = notApplicable([makeCause('not_applicable_rows', { rowset: title })])
  switch (node.fn) {
    case 'sum':
      return known(unscale(count('total')))
    case 'count':
      return known(count('counted'))
    case 'mean':
      return rational.isZero(count('counted')) ? empty : meanOf(unscale(count('total')), count('counted'))
    case 'share': {
      const all = rational.add(count('yes'), count('no'))
      return rational.isZero(all) ? empty : meanOf(count('yes'), all)
    }
    case 'maximum':
    case 'minimum': {
      const best = read('extreme')
      return best ? known(unscale(best)) : empty
    }
    case 'median': {
      const [lower, upper] = [read('lower'), read('upper')]
      return lower && upper
        ? known(unscale(rational.mul(rational.add(lower, upper), rational.fromPair(1n, 2n))))
        : empty
    }
    case 'weighted_mean':
      if (rational.isZero(count('counted'))) return empty
      if (rational.isZero(count('weight')))
        return notApplicable([makeCause('not_computable', { reason: '权数合计为零' })])
      return meanOf(unscale(count('first')), count('weight'))
    case 'variation':
      return variationOf(Number(rational.toPair(count('counted')).n), count('weight'), count('first'), count('second'))
    case 'any':
    case 'exists':
      return truth(!rational.isZero(count('yes')))
    case 'all':
      return truth(rational.isZero(count('no')))
  }
}

function limitsOf(plan: AggregatePlan, read: Reader, unsure: number, hollow: number, absent: number): Bounds {
  const { node } = plan
  const cell: Bounds =
    node.value?.kind === 'column' ? { low: node.value.low, high: node.value.high } : { low: undefined, high: undefined }
  const scaled = rational.mul(read('total') ?? rational.ZERO, rational.fromPair(1n, plan.under))
  const best = read('extreme')
  const extreme = best && rational.mul(best, rational.fromPair(1n, plan.under))
  const total = node.fn === 'count' ? (read('counted') ?? rational.ZERO) : scaled
  const gaps = Array.from({ length: node.fn === 'maximum' || node.fn === 'minimum' ? 0 : hollow }, () => cell)
  return partialBounds(node, { total, extreme, unsure, absent }, gaps, cell)
}

/**
 * The value of a planned aggregate from the scan's row of its group; `undefined` row: the group has no rows at all.
 * `absent` are the units that should have had rows. Agrees with the JavaScript back end to the digit; who is missing
 * is known here only as a number of rows.
 */
export function readAggregate(plan: AggregatePlan, row: ScanRow | undefined, absent: readonly Cause[] = []): Value {
  const read = reader(plan, row)
  const count = (role: Role): number => Number(rational.toPair(read(role) ?? rational.ZERO).n)
  const { node } = plan
  const [rows, unsure, hollow, outside, errors] = [
    count('rows'),
    count('unsure'),
    count('hollow'),
    count('not_applicable'),
    count('errors'),
  ]
  const lacking = unsure + hollow
  const coverage = {
    expected: rows + absent.length,
    reported: rows - outside - lacking - errors,
    notApplicable: outside,
  }
  const decided = (node.fn === 'any' && count('yes') > 0) || (node.fn === 'all' && count('no') > 0)
  if (decided) return withCoverage(compute(plan, read), coverage)
  if (errors > 0)
    return withCoverage(failed([makeCause('division_by_zero', {}, { register: node.rowset.id })]), coverage)
  if (lacking + absent.length > 0) {
    const limits = limitsOf(plan, read, unsure, hollow, absent.length)
    const where = { register: node.rowset.id, ...(node.value?.kind === 'column' && { column: node.value.column.id }) }
    const cause =
      lacking > 0 ? [makeCause('missing_aggregate', { rowset: node.rowset.title, count: lacking }, where)] : []
    return withCoverage(missing(uniteCauses([cause, absent]), limits.low || limits.high ? limits : undefined), coverage)
  }
  return withCoverage(compute(plan, read), coverage)
}
