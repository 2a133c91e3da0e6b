import type { Scratch } from './scratch.ts'
import { ASK, isPoint, isSafe, KNOWN, MISSING, NONE, ROUNDING, type Span } from './span.ts'

const at = (numbers: Float64Array | undefined, index: number): number => numbers?.[index] ?? 0
const stateAt = (span: Span, index: number): number => span.state[index] ?? ASK
const finite = (number: number): number => (Number.isFinite(number) ? Math.abs(number) : 0)

function worse(scratch: Scratch, a: Span, b: Span): Uint8Array {
  const state = scratch.sets()
  for (let i = 0; i < state.length; i++) state[i] = Math.max(stateAt(a, i), stateAt(b, i))
  return state
}

/** Marks what grew beyond exact integers; where there is slack already, floats may grow as they like. */
function guard(span: Span): Span {
  if (span.slack !== undefined) return span
  for (let i = 0; i < span.state.length; i++) {
    const [low, high] = [at(span.low, i), at(span.high, i)]
    if ((Number.isFinite(low) && !isSafe(low)) || (Number.isFinite(high) && !isSafe(high))) span.state[i] = ASK
  }
  return span
}

function slackOfSum(
  scratch: Scratch,
  a: Span,
  b: Span,
  low: Float64Array,
  high: Float64Array,
): Float64Array | undefined {
  if (a.slack === undefined && b.slack === undefined) return undefined
  const slack = scratch.numbers()
  for (let i = 0; i < slack.length; i++)
    slack[i] = at(a.slack, i) + at(b.slack, i) + Math.max(finite(at(low, i)), finite(at(high, i))) * ROUNDING
  return slack
}

export function addSpans(scratch: Scratch, a: Span, b: Span): Span {
  const size = a.low.length
  const low = scratch.numbers()
  for (let i = 0; i < size; i++) low[i] = at(a.low, i) + at(b.low, i)
  let high = low
  if (!isPoint(a) || !isPoint(b)) {
    high = scratch.numbers()
    for (let i = 0; i < size; i++) high[i] = at(a.high, i) + at(b.high, i)
  }
  return guard({ low, high, slack: slackOfSum(scratch, a, b, low, high), state: worse(scratch, a, b) })
}

export function negateSpan(scratch: Scratch, a: Span): Span {
  const low = scratch.numbers()
  for (let i = 0; i < low.length; i++) low[i] = -at(a.high, i)
  if (isPoint(a)) return { low, high: low, slack: a.slack, state: a.state }
  const high = scratch.numbers()
  for (let i = 0; i < high.length; i++) high[i] = -at(a.low, i)
  return { low, high, slack: a.slack, state: a.state }
}

export const subSpans = (scratch: Scratch, a: Span, b: Span): Span => addSpans(scratch, a, negateSpan(scratch, b))

/** Products of known numbers, and of a number within limits from zero up by a known positive one. */
export function mulSpans(scratch: Scratch, a: Span, b: Span): Span {
  const size = a.low.length
  const low = scratch.numbers()
  const high = isPoint(a) && isPoint(b) ? low : scratch.numbers()
  const state = worse(scratch, a, b)
  const slack = a.slack === undefined && b.slack === undefined ? undefined : scratch.numbers()
  for (let i = 0; i < size; i++) {
    const [x, y] = [at(a.low, i), at(b.low, i)]
    if (state[i] === MISSING) {
      const [unknown, factor] = stateAt(a, i) === MISSING ? [a, y] : [b, x]
      const isSure = (stateAt(a, i) === KNOWN || stateAt(b, i) === KNOWN) && factor > 0 && at(unknown.low, i) >= 0
      if (!isSure || slack !== undefined) state[i] = ASK
      else {
        low[i] = at(unknown.low, i) * factor
        high[i] = at(unknown.high, i) * factor
      }
      continue
    }
    const product = x * y
    low[i] = product
    high[i] = product
    if (slack === undefined) continue
    const [dx, dy] = [at(a.slack, i), at(b.slack, i)]
    slack[i] = Math.abs(x) * dy + Math.abs(y) * dx + dx * dy + Math.abs(product) * ROUNDING
  }
  return guard({ low, high, slack, state })
}

/** Whether 1 × and ÷ 1 leave the span as it is: limits that lie on both sides of zero may be lost in a product. */
export function survivesOne(a: Span): boolean {
  for (let i = 0; i < a.state.length; i++) if (stateAt(a, i) === MISSING && at(a.low, i) < 0) return false
  return true
}

/**
 * Quotients of known numbers, and of a number within limits from zero up by a known positive one that divides them
 * without rest. A zero denominator gives no content, whatever the policy.
 */
export function divSpans(scratch: Scratch, a: Span, b: Span): Span {
  const size = a.low.length
  const low = scratch.numbers()
  const high = isPoint(a) && isPoint(b) ? low : scratch.numbers()
  const state = worse(scratch, a, b)
  let slack = a.slack === undefined && b.slack === undefined ? undefined : scratch.numbers()
  for (let i = 0; i < size; i++) {
    const [x, y] = [at(a.low, i), at(b.low, i)]
    if (state[i] === MISSING) {
      const top = at(a.high, i)
      const isSure = stateAt(b, i) === KNOWN && at(b.slack, i) === 0 && y > 0 && x >= 0 && x % y === 0
      if (!isSure || (Number.isFinite(top) && top % y !== 0)) state[i] = ASK
      else {
        low[i] = x / y
        high[i] = top / y
      }
      continue
    }
    if (state[i] !== KNOWN) continue
    const [dx, dy] = [at(a.slack, i), at(b.slack, i)]
    if (y === 0 && dy === 0) state[i] = NONE
    else if (Math.abs(y) <= dy * 2) state[i] = ASK
    else {
      const quotient = x / y
      low[i] = quotient
      high[i] = quotient
      if (dx === 0 && dy === 0 && x % y === 0) continue
      slack ??= scratch.numbers()
      slack[i] = (dx + Math.abs(quotient) * dy) / (Math.abs(y) - dy) + Math.abs(quotient) * ROUNDING
    }
  }
  return { low, high, slack, state }
}

/** A function of known numbers that adds no error of its own: absolute value, larger, smaller. */
export function mapSpans(
  scratch: Scratch,
  operands: readonly Span[],
  apply: (numbers: readonly number[]) => number,
): Span {
  const { size } = scratch
  const low = scratch.numbers()
  const state = scratch.sets()
  const slack = operands.some((operand) => operand.slack !== undefined) ? scratch.numbers() : undefined
  for (let i = 0; i < size; i++) {
    for (const operand of operands) {
      state[i] = Math.max(state[i] ?? 0, stateAt(operand, i))
      if (slack !== undefined) slack[i] = Math.max(slack[i] ?? 0, at(operand.slack, i))
    }
    if (state[i] === MISSING) state[i] = ASK
    low[i] = apply(operands.map((operand) => at(operand.low, i)))
  }
  return { low, high: low, slack, state }
}
