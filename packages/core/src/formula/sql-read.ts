import { cellLimits, type Role, settleAggregate } from './aggregate-result.ts'
import { timesBounds } from './bounds.ts'
import { uniteCauses } from './make-value.ts'
import { makeCause } from './problem.ts'
import type { Rational } from './rational.ts'
import * as rational from './rational.ts'
import { fromDecimal } from './rational-text.ts'
import type { AggregatePlan } from './sql-plan.ts'
import type { Cause, Value } from './value.ts'

/** One row of a scan's result: numbers as text, number or bigint, whatever the driver gives. */
export type ScanRow = Readonly<Record<string, unknown>>

/** Sums and extremes come back multiplied by the denominator that all values share. */
const POWERS: Partial<Readonly<Record<Role, number>>> = {
  total: 1,
  extreme: 1,
  lower: 1,
  upper: 1,
  first: 1,
  second: 2,
}

function reader(plan: AggregatePlan, row: ScanRow | undefined): (role: Role) => Rational | undefined {
  return (role) => {
    const fragment = plan.parts.get(role)
    const cell = fragment && row?.[fragment.alias]
    if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'bigint') return undefined
    const number = fromDecimal(String(cell))
    const under = plan.under ** BigInt(POWERS[role] ?? 0)
    return number && under !== 1n ? rational.mul(number, rational.fromPair(1n, under)) : number
  }
}

/**
 * The value of a planned aggregate from the scan's row of its group; `undefined` row: the group has no rows at all.
 * `absent` are the units that should have had rows. Agrees with the JavaScript back end to the digit; who is missing
 * is known here only as a number of rows.
 */
export function readAggregate(plan: AggregatePlan, row: ScanRow | undefined, absent: readonly Cause[] = []): Value {
  const { node } = plan
  const read = reader(plan, row)
  const count = (role: Role): number => Number(rational.toPair(read(role) ?? rational.ZERO).n)
  const [unsure, hollow] = [count('unsure'), count('hollow')]
  const register = node.rowset.id
  const where = { register, ...(node.value?.kind === 'column' && { column: node.value.column.id }) }
  const lacking = (): Cause =>
    makeCause('missing_aggregate', { rowset: node.rowset.title, count: unsure + hollow }, where)
  return settleAggregate(node, {
    read,
    rows: count('rows'),
    notApplicable: count('not_applicable'),
    errors: count('errors'),
    unsure,
    hollow,
    hollowLimits: () => timesBounds(cellLimits(node), hollow),
    absent,
    errorCauses: () => [makeCause('division_by_zero', {}, { register })],
    missingCauses: () => uniteCauses([unsure + hollow > 0 ? [lacking()] : [], absent]),
  })
}
