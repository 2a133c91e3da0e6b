import { isZero, Rational } from '../rational.ts'
import type { Value } from '../value.ts'

/**
 * What is sure about a cell, from best to worst: KNOWN holds one number; MISSING lies between limits; NONE surely has
 * no content and no limits (不适用, 错误); ASK must be asked of the formula language itself.
 */
export const KNOWN = 0
export const MISSING = 1
export const NONE = 2
export const ASK = 3

/**
 * One number for each of many places as a floating-point span: the exact number differs from `low` (and from `high`,
 * which is `low` itself where nothing is missing) by at most `slack`. Without slack the numbers are exact integers.
 */
export interface Span {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly slack: Float64Array | undefined
  readonly state: Uint8Array
}

/** Twice the relative error of one operation, so that the error of the error is covered too. */
export const ROUNDING = 2 ** -51

export const isSafe = (number: number): boolean => Math.abs(number) <= Number.MAX_SAFE_INTEGER

/** Float nearest to an exact number; `undefined` where it outgrew plain numbers. */
function nearest(number: Rational): { readonly near: number; readonly exact: boolean } | undefined {
  if (number.big !== undefined) return isZero(number) ? { near: 0, exact: true } : undefined
  return { near: number.n / number.d, exact: number.d === 1 || number.n % number.d === 0 }
}

function limitOf(limit: Rational | undefined, open: number): number | undefined {
  if (limit === undefined) return open
  const found = nearest(limit)
  return found?.exact ? found.near : undefined
}

/** Spans of values that the formula language gave. */
export function spanOf(values: readonly (Value | undefined)[]): Span {
  const size = values.length
  const low = new Float64Array(size)
  const state = new Uint8Array(size)
  let high = low
  let slack: Float64Array | undefined
  for (const [at, value] of values.entries()) {
    if (value?.content instanceof Rational && value.square === undefined) {
      const found = nearest(value.content)
      if (found === undefined) state[at] = ASK
      else {
        low[at] = found.near
        if (high !== low) high[at] = found.near
        if (!found.exact) {
          slack ??= new Float64Array(size)
          slack[at] = Math.abs(found.near) * ROUNDING
        }
      }
    } else if (value?.status === 'missing') {
      const from = limitOf(value.bounds?.low, Number.NEGATIVE_INFINITY)
      const to = limitOf(value.bounds?.high, Number.POSITIVE_INFINITY)
      state[at] = from === undefined || to === undefined ? ASK : MISSING
      if (high === low) high = low.slice()
      low[at] = from ?? 0
      high[at] = to ?? 0
    } else state[at] = value === undefined || value.content !== undefined ? ASK : NONE
  }
  return { low, high, slack, state }
}

export const isPoint = (span: Span): boolean => span.low === span.high
