import { divValues } from './arithmetic.ts'
import { addBounds, boundsOf, UNBOUNDED } from './bounds.ts'
import type { Environment, Row, RowView } from './environment.ts'
import type { AggregateNode } from './ir.ts'
import {
  absorb,
  doubtful,
  failed,
  known,
  missing,
  notApplicable,
  truth,
  uniteCauses,
  withCoverage,
} from './make-value.ts'
import { makeCause } from './problem.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { sqrt } from './rational-text.ts'
import type { Bounds, Cause, Coverage, Value } from './value.ts'

type Run = (env: Environment, row: Row | undefined) => Value

export interface CompiledAggregate {
  readonly node: AggregateNode
  readonly filter: Run | undefined
  readonly value: Run | undefined
  readonly weight: Run | undefined
}

/** What walking the rows found. Numbers and weights run in parallel. */
interface Tally {
  counted: number
  readonly numbers: Rational[]
  readonly weights: Rational[]
  readonly truths: boolean[]
  notApplicable: number
  /** Rows whose filter is unknown. */
  unsure: number
  /** Rows surely meant whose value is unknown, with what is sure about it. */
  readonly hollow: Bounds[]
  readonly missing: (readonly Cause[])[]
  readonly errors: (readonly Cause[])[]
  readonly doubts: (readonly Cause[])[]
}

const newTally = (): Tally => ({
  counted: 0,
  numbers: [],
  weights: [],
  truths: [],
  notApplicable: 0,
  unsure: 0,
  hollow: [],
  missing: [],
  errors: [],
  doubts: [],
})

const ABSENT_TRUTH: Value = truth(true)

function causesAt(causes: readonly Cause[], node: AggregateNode, row: Row): readonly Cause[] {
  const unit = row.unit
  if (causes.length === 0)
    return [
      makeCause(
        'missing_row',
        { rowset: node.rowset.title },
        { register: node.rowset.id, ...(unit !== undefined && { unit }) },
      ),
    ]
  return unit === undefined ? causes : causes.map((cause) => (cause.unit === undefined ? { ...cause, unit } : cause))
}

/** Sorts one row into the tally. A row that is not applicable is left out; the first thing wrong with it decides. */
function countRow({ node, filter, value, weight }: CompiledAggregate, env: Environment, row: Row, tally: Tally): void {
  const meant = filter ? filter(env, row) : ABSENT_TRUTH
  if (meant.content === false) return
  if (meant.content === undefined) {
    if (meant.status === 'error') tally.errors.push(causesAt(meant.causes, node, row))
    else if (meant.status === 'not_applicable') tally.notApplicable++
    else {
      tally.unsure++
      tally.missing.push(causesAt(meant.causes, node, row))
    }
    return
  }
  const number = value ? value(env, row) : ABSENT_TRUTH
  const share = weight?.(env, row)
  const operands = share ? [number, share] : [number]
  if (operands.some((operand) => operand.content === undefined)) {
    const outcome = absorb(operands)
    if (outcome.status === 'error') tally.errors.push(causesAt(outcome.causes, node, row))
    else if (outcome.status === 'not_applicable') tally.notApplicable++
    else {
      tally.hollow.push(boundsOf(number))
      tally.missing.push(causesAt(outcome.causes, node, row))
    }
    return
  }
  tally.counted++
  if (number.content instanceof Rational) tally.numbers.push(number.content)
  if (typeof number.content === 'boolean') tally.truths.push(number.content)
  if (share?.content instanceof Rational) tally.weights.push(share.content)
  for (const operand of [meant, ...operands])
    if (operand.status === 'doubtful') tally.doubts.push(causesAt(operand.causes, node, row))
}

/** Sums and counts that an average or a coefficient is made of; shared with the results read from a database. */
export function meanOf(total: Rational, count: Rational): Value {
  return rational.isZero(count) ? emptyRows('这一组') : divValues(known(total), known(count), 'not_applicable')
}

const notComputable = (reason: string): Value => notApplicable([makeCause('not_computable', { reason })])
const emptyRows = (rowset: string): Value => notApplicable([makeCause('not_applicable_rows', { rowset })])

/**
 * 差异系数 from n, Σw, Σwx, Σwx²: CV² = (Σw·Σwx² − (Σwx)²) ÷ (Σwx)². The content is the root to 30 digits, the
 * square stays exact.
 */
export function variationOf(count: number, weight: Rational, first: Rational, second: Rational): Value {
  if (count === 0) return notComputable('没有数据')
  if (count === 1) return notComputable('只有一个单位')
  if (rational.isZero(weight)) return notComputable('权数合计为零')
  if (rational.isZero(first)) return notComputable('平均值为零')
  const squareOfFirst = rational.mul(first, first)
  const square = rational.div(rational.sub(rational.mul(weight, second), squareOfFirst), squareOfFirst)
  const root = square && sqrt(square)
  return root && square
    ? { status: 'known', content: root, square, causes: [] }
    : failed([makeCause('out_of_range', { name: '差异系数' })])
}

export function medianOf(numbers: readonly Rational[]): Rational | undefined {
  const sorted = numbers.toSorted(rational.compare)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper && lower && rational.mul(rational.add(upper, lower), rational.fromPair(1n, 2n))
}

const extreme = (numbers: readonly Rational[], pick: (a: Rational, b: Rational) => Rational): Rational | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce(pick)

function weighted({ numbers, weights }: Tally): { weight: Rational; first: Rational; second: Rational } {
  const products = numbers.map((number, index) => rational.mul(number, weights[index] ?? rational.ZERO))
  const squares = products.map((product, index) => rational.mul(product, numbers[index] ?? rational.ZERO))
  return { weight: rational.sum(weights), first: rational.sum(products), second: rational.sum(squares) }
}

function computeFrom(node: AggregateNode, tally: Tally): Value {
  const { title } = node.rowset
  const orEmpty = (number: Rational | undefined): Value => (number ? known(number) : emptyRows(title))
  switch (node.fn) {
    case 'sum':
      return known(rational.sum(tally.numbers))
    case 'count':
      return known(rational.fromInteger(tally.counted))
    case 'mean':
      return tally.counted === 0
        ? emptyRows(title)
        : meanOf(rational.sum(tally.numbers), rational.fromInteger(tally.counted))
    case 'share': {
      const yes = tally.truths.filter(Boolean).length
      return tally.counted === 0
        ? emptyRows(title)
        : meanOf(rational.fromInteger(yes), rational.fromInteger(tally.counted))
    }
    case 'maximum':
      return orEmpty(extreme(tally.numbers, rational.max))
    case 'minimum':
      return orEmpty(extreme(tally.numbers, rational.min))
    case 'median':
      return orEmpty(medianOf(tally.numbers))
    case 'weighted_mean': {
      const { weight, first } = weighted(tally)
      if (tally.counted === 0) return emptyRows(title)
      return rational.isZero(weight) ? notComputable('权数合计为零') : meanOf(first, weight)
    }
    case 'variation': {
      const { weight, first, second } = weighted(tally)
      return variationOf(tally.counted, weight, first, second)
    }
    case 'any':
    case 'exists':
      return truth(tally.truths.includes(true))
    case 'all':
      return truth(!tally.truths.includes(false))
  }
}

/** What an absent unit can add to a sum: one row for a subject, any number of rows for a register. */
function absentBounds(node: AggregateNode, cell: Bounds): Bounds {
  if (node.rowset.source !== 'register') return cell
  return {
    low: cell.low && rational.sign(cell.low) >= 0 ? rational.ZERO : undefined,
    high: cell.high && rational.sign(cell.high) <= 0 ? rational.ZERO : undefined,
  }
}

/** Limits of an aggregate that lacks rows. A row whose filter is unknown leaves a sum without limits. */
export function partialBounds(
  node: AggregateNode,
  known: {
    readonly total: Rational
    readonly extreme: Rational | undefined
    readonly unsure: number
    readonly absent: number
  },
  hollow: readonly Bounds[],
  cell: Bounds,
): Bounds {
  switch (node.fn) {
    case 'count': {
      const open = known.absent > 0 && node.rowset.source === 'register'
      const most = rational.add(known.total, rational.fromInteger(known.unsure + hollow.length + known.absent))
      return { low: known.total, high: open ? undefined : most }
    }
    case 'sum': {
      if (known.unsure > 0 || (known.absent > 0 && node.filter)) return UNBOUNDED
      let limits: Bounds = { low: known.total, high: known.total }
      for (const part of hollow) limits = addBounds(limits, part)
      for (let i = 0; i < known.absent; i++) limits = addBounds(limits, absentBounds(node, cell))
      return limits
    }
    case 'maximum':
      return { low: known.extreme, high: undefined }
    case 'minimum':
      return { low: undefined, high: known.extreme }
    default:
      return UNBOUNDED
  }
}

function boundsFor(node: AggregateNode, tally: Tally, absent: number): Bounds {
  const cell = node.value?.kind === 'column' ? { low: node.value.low, high: node.value.high } : UNBOUNDED
  const total = node.fn === 'count' ? rational.fromInteger(tally.counted) : rational.sum(tally.numbers)
  const best = extreme(tally.numbers, node.fn === 'maximum' ? rational.max : rational.min)
  return partialBounds(node, { total, extreme: best, unsure: tally.unsure, absent }, tally.hollow, cell)
}

/** Runs an aggregate over rows: strict on what is missing, leaving out and counting what is not applicable. */
export function evaluateAggregate(aggregate: CompiledAggregate, env: Environment, view: RowView): Value {
  const { node } = aggregate
  const tally = newTally()
  for (const row of view.rows) countRow(aggregate, env, row, tally)
  const lacking = tally.missing.length
  const coverage: Coverage = {
    expected: view.rows.length + view.absent.length,
    reported: view.rows.length - tally.notApplicable - lacking - tally.errors.length,
    notApplicable: tally.notApplicable,
  }
  const decided =
    (node.fn === 'any' && tally.truths.includes(true)) || (node.fn === 'all' && tally.truths.includes(false))
  if (decided) return withCoverage(computeFrom(node, tally), coverage)
  if (tally.errors.length > 0) return withCoverage(failed(uniteCauses(tally.errors)), coverage)
  if (lacking + view.absent.length > 0) {
    const limits = boundsFor(node, tally, view.absent.length)
    const causes = uniteCauses([...tally.missing, view.absent])
    return withCoverage(missing(causes, limits.low || limits.high ? limits : undefined), coverage)
  }
  const result = computeFrom(node, tally)
  const certain = tally.doubts.length === 0 || result.content === undefined
  return withCoverage(
    certain ? result : { ...result, ...doubtful(result.content, uniteCauses(tally.doubts)) },
    coverage,
  )
}
