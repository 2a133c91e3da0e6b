import type { Rational } from './rational.ts'
import * as rational from './rational.ts'
import { isPercent, multiplyUnits, PURE, sameDimensions, scaleUnit, type Unit } from './units.ts'

/** What the unit of a product depends on in each of its factors. */
export interface Amount {
  /** Undefined: a bare number. */
  readonly unit: Unit | undefined
  /** The number, where it stands in the formula. */
  readonly constant: Rational | undefined
}

/** Unit after one more factor. A bare constant may be a change of unit by hand, so it only scales. */
export function unitAfter(sofar: Amount, factor: Amount, divide: boolean): Unit | undefined {
  if (factor.unit === undefined) {
    if (sofar.unit === undefined || factor.constant === undefined) return sofar.unit
    const by = divide ? rational.div(rational.ONE, factor.constant) : factor.constant
    return by && !rational.isZero(by) ? scaleUnit(sofar.unit, by) : sofar.unit
  }
  if (sofar.unit !== undefined) return multiplyUnits(sofar.unit, factor.unit, divide ? -1 : 1)
  const whole = divide ? multiplyUnits(PURE, factor.unit, -1) : { ...factor.unit, literal: false }
  return sofar.constant && !rational.isZero(sofar.constant) ? scaleUnit(whole, sofar.constant) : whole
}

/** `÷ 1 人` after a number in 人, `× 1 个` after one without unit: the unit changes, the number does not. */
export function keepsNumber(sofar: Unit | undefined, { unit, constant }: Amount, divide: boolean): boolean {
  if (sofar === undefined || unit === undefined || constant === undefined) return false
  if (!rational.equals(constant, rational.ONE) || sofar.unknown === true || isPercent(unit)) return false
  if (!rational.equals(sofar.factor, unit.factor) || !rational.equals(sofar.hand, rational.ONE)) return false
  return sameDimensions(sofar, divide ? unit : PURE)
}
