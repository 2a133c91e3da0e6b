import { divValues } from './arithmetic.ts'
import { addBounds, isBounded, timesBounds, UNBOUNDED } from './bounds.ts'
import type { AggregateNode } from './ir.ts'
import { failed, known, missing, notApplicable, truth, withCoverage } from './make-value.ts'
import { makeCause } from './problem.ts'
import type { Rational } from './rational.ts'
import * as rational from './rational.ts'
import { sqrt } from './rational-text.ts'
import type { Bounds, Cause, Value } from './value.ts'

/** A number that an aggregate is made of: Σ, Σw, Σwx, Σwx², counts of rows, the extreme, the two middle values. */
export type Role =
  | 'rows'
  | 'unsure'
  | 'hollow'
  | 'not_applicable'
  | 'errors'
  | 'counted'
  | 'total'
  | 'yes'
  | 'no'
  | 'extreme'
  | 'lower'
  | 'upper'
  | 'weight'
  | 'first'
  | 'second'

/** What was found in the rows, by whichever back end walked them. */
export interface Findings {
  /** Only the roles that the function needs are asked for; undefined where there is no row to have it. */
  readonly read: (role: Role) => Rational | undefined
  readonly rows: number
  readonly notApplicable: number
  readonly errors: number
  /** Rows whose filter is unknown. */
  readonly unsure: number
  /** Rows surely meant whose value is unknown, and what they together add at least and at most. */
  readonly hollow: number
  readonly hollowLimits: () => Bounds
  readonly absent: readonly Cause[]
  readonly errorCauses: () => readonly Cause[]
  readonly missingCauses: () => readonly Cause[]
}

const notComputable = (reason: string): Value => notApplicable([makeCause('not_computable', { reason })])

/**
 * 差异系数 from n, Σw, Σwx, Σwx²: CV² = (Σw·Σwx² − (Σwx)²) ÷ (Σwx)². The content is the root to 30 digits, the
 * square stays exact.
 */
function variationOf(count: Rational, weight: Rational, first: Rational, second: Rational): Value {
  if (rational.isZero(count)) return notComputable('没有数据')
  if (rational.equals(count, rational.ONE)) return notComputable('只有一个单位')
  if (rational.isZero(weight)) return notComputable('权数合计为零')
  if (rational.isZero(first)) return notComputable('平均值为零')
  const squareOfFirst = rational.mul(first, first)
  const square = rational.div(rational.sub(rational.mul(weight, second), squareOfFirst), squareOfFirst)
  const root = square && sqrt(square)
  return root && square
    ? { status: 'known', content: root, square, causes: [] }
    : failed([makeCause('out_of_range', { name: '差异系数' })])
}

function compute({ fn, rowset }: AggregateNode, read: Findings['read']): Value {
  const number = (role: Role): Rational => read(role) ?? rational.ZERO
  const empty = notApplicable([makeCause('not_applicable_rows', { rowset: rowset.title })])
  const orEmpty = (result: Rational | undefined): Value => (result ? known(result) : empty)
  const quotient = (over: Rational, under: Rational): Value =>
    rational.isZero(under) ? empty : divValues(known(over), known(under), 'not_applicable')
  switch (fn) {
    case 'sum':
      return known(number('total'))
    case 'count':
      return known(number('counted'))
    case 'mean':
      return quotient(number('total'), number('counted'))
    case 'share':
      return quotient(number('yes'), rational.add(number('yes'), number('no')))
    case 'maximum':
    case 'minimum':
      return orEmpty(read('extreme'))
    case 'median': {
      const [lower, upper] = [read('lower'), read('upper')]
      return orEmpty(lower && upper && rational.mul(rational.add(lower, upper), rational.HALF))
    }
    case 'weighted_mean':
      if (rational.isZero(number('counted'))) return empty
      if (rational.isZero(number('weight'))) return notComputable('权数合计为零')
      return quotient(number('first'), number('weight'))
    case 'variation':
      return variationOf(number('counted'), number('weight'), number('first'), number('second'))
    case 'any':
    case 'exists':
      return truth(!rational.isZero(number('yes')))
    case 'all':
      return truth(rational.isZero(number('no')))
  }
}

/** What an absent unit can add to a sum: one row for a subject, any number of rows for a register. */
function absentLimits({ rowset }: AggregateNode, cell: Bounds): Bounds {
  if (rowset.source !== 'register') return cell
  return {
    low: cell.low && rational.sign(cell.low) >= 0 ? rational.ZERO : undefined,
    high: cell.high && rational.sign(cell.high) <= 0 ? rational.ZERO : undefined,
  }
}

/** Limits that the register declares for the cells an aggregate reads. */
export const cellLimits = ({ value }: AggregateNode): Bounds =>
  value?.kind === 'column' ? { low: value.low, high: value.high } : UNBOUNDED

/** Limits of an aggregate that lacks rows. A row whose filter is unknown leaves a sum without limits. */
function partialLimits(node: AggregateNode, findings: Findings): Bounds {
  const { read, unsure, hollow, absent } = findings
  switch (node.fn) {
    case 'count': {
      const low = read('counted') ?? rational.ZERO
      const open = absent.length > 0 && node.rowset.source === 'register'
      const most = rational.add(low, rational.fromInteger(unsure + hollow + absent.length))
      return { low, high: open ? undefined : most }
    }
    case 'sum': {
      if (unsure > 0 || (absent.length > 0 && node.filter)) return UNBOUNDED
      const total = read('total') ?? rational.ZERO
      const added = addBounds({ low: total, high: total }, findings.hollowLimits())
      return absent.length === 0
        ? added
        : addBounds(added, timesBounds(absentLimits(node, cellLimits(node)), absent.length))
    }
    case 'maximum':
      return { low: read('extreme'), high: undefined }
    case 'minimum':
      return { low: undefined, high: read('extreme') }
    default:
      return UNBOUNDED
  }
}

const isSome = (number: Rational | undefined): boolean => number !== undefined && !rational.isZero(number)

/** The value of an aggregate: strict on what is missing, leaving out and counting what is not applicable. */
export function settleAggregate(node: AggregateNode, findings: Findings): Value {
  const { read, rows, notApplicable: outside, errors, absent } = findings
  const lacking = findings.unsure + findings.hollow
  const coverage = {
    expected: rows + absent.length,
    reported: rows - outside - lacking - errors,
    notApplicable: outside,
  }
  const decided = (node.fn === 'any' && isSome(read('yes'))) || (node.fn === 'all' && isSome(read('no')))
  if (decided) return withCoverage(compute(node, read), coverage)
  if (errors > 0) return withCoverage(failed(findings.errorCauses()), coverage)
  if (lacking + absent.length === 0) return withCoverage(compute(node, read), coverage)
  const limits = partialLimits(node, findings)
  return withCoverage(missing(findings.missingCauses(), isBounded(limits) ? limits : undefined), coverage)
}
