import { type Findings, type Role, settleAggregate } from './aggregate-result.ts'
import { addBounds, boundsOf } from './bounds.ts'
import type { Environment, Row, RowView } from './environment.ts'
import type { AggregateNode } from './ir.ts'
import { absorb, doubtful, truth, uniteCauses } from './make-value.ts'
import { makeCause } from './problem.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import type { Bounds, Cause, Value } from './value.ts'

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
  /** Those of the truths that no doubt hangs over. */
  readonly sure: boolean[]
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
  sure: [],
  notApplicable: 0,
  unsure: 0,
  hollow: [],
  missing: [],
  errors: [],
  doubts: [],
})

const NOTHING: Bounds = { low: rational.ZERO, high: rational.ZERO }
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
  if (typeof number.content === 'boolean') {
    tally.truths.push(number.content)
    if (number.status === 'known' && meant.status === 'known') tally.sure.push(number.content)
  }
  if (share?.content instanceof Rational) tally.weights.push(share.content)
  for (const operand of [meant, ...operands])
    if (operand.status === 'doubtful') tally.doubts.push(causesAt(operand.causes, node, row))
}

/** The two values in the middle; one value twice when the count is odd. */
function middleOf(numbers: readonly Rational[]): readonly [lower: Rational, upper: Rational] | undefined {
  const sorted = numbers.toSorted(rational.compare)
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return lower && upper && [lower, upper]
}

export function medianOf(numbers: readonly Rational[]): Rational | undefined {
  const middle = middleOf(numbers)
  return middle && rational.mul(rational.add(...middle), rational.HALF)
}

function extremeOf(numbers: readonly Rational[], pick: (a: Rational, b: Rational) => Rational): Rational | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce(pick)
}

const countOf = (truths: readonly boolean[], wanted: boolean): Rational =>
  rational.fromInteger(truths.filter((truth) => truth === wanted).length)

/** Σ wᵢ·xᵢᵖ */
const momentOf = ({ numbers, weights }: Tally, power: 1 | 2): Rational =>
  rational.sum(
    numbers.map((number, index) => {
      const product = rational.mul(number, weights[index] ?? rational.ZERO)
      return power === 1 ? product : rational.mul(product, number)
    }),
  )

function readTally(node: AggregateNode, tally: Tally): (role: Role) => Rational | undefined {
  return (role) => {
    switch (role) {
      case 'counted':
        return rational.fromInteger(tally.counted)
      case 'total':
        return rational.sum(tally.numbers)
      case 'yes':
        return countOf(tally.truths, true)
      case 'no':
        return countOf(tally.truths, false)
      case 'extreme':
        return extremeOf(tally.numbers, node.fn === 'maximum' ? rational.max : rational.min)
      case 'lower':
        return middleOf(tally.numbers)?.[0]
      case 'upper':
        return middleOf(tally.numbers)?.[1]
      case 'weight':
        return rational.sum(tally.weights)
      case 'first':
        return momentOf(tally, 1)
      case 'second':
        return momentOf(tally, 2)
      default:
        return undefined
    }
  }
}

/** Runs an aggregate over rows. */
export function evaluateAggregate(aggregate: CompiledAggregate, env: Environment, view: RowView): Value {
  const { node } = aggregate
  const tally = newTally()
  for (const row of view.rows) countRow(aggregate, env, row, tally)
  const findings: Findings = {
    read: readTally(node, tally),
    rows: view.rows.length,
    notApplicable: tally.notApplicable,
    errors: tally.errors.length,
    unsure: tally.unsure,
    hollow: tally.hollow.length,
    hollowLimits: () => tally.hollow.reduce(addBounds, NOTHING),
    absent: view.absent,
    errorCauses: () => uniteCauses(tally.errors),
    missingCauses: () => uniteCauses([...tally.missing, view.absent]),
  }
  const result = settleAggregate(node, findings)
  const surely = (node.fn === 'any' && tally.sure.includes(true)) || (node.fn === 'all' && tally.sure.includes(false))
  if (result.content === undefined || tally.doubts.length === 0 || surely) return result
  return { ...result, ...doubtful(result.content, uniteCauses(tally.doubts)) }
}
