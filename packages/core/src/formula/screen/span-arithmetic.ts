import { ASK, isPoint, isSafe, KNOWN, MISSING, NONE, ROUNDING, type Span } from './span.ts'

const at = (numbers: Float64Array | undefined, index: number): number => numbers?.[index] ?? 0
const stateAt = (span: Span, index: number): number => span.state[index] ?? ASK
const finite = (number: number): number => (Number.isFinite(number) ? Math.abs(number) : 0)

function worse(a: Span, b: Span): Uint8Array {
  const state = new Uint8Array(a.state.length)
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

function slackOfSum(a: Span, b: Span, low: Float64Array, high: Float64Array): Float64Array | undefined {
  if (a.slack === undefined && b.slack === undefined) return undefined
  const slack = new Float64Array(low.length)
  for (let i = 0; i < slack.length; i++)
    slack[i] = at(a.slack, i) + at(b.slack, i) + Math.max(finite(at(low, i)), finite(at(high, i))) * ROUNDING
  return slack
}

export function addSpans(a: Span, b: Span): Span {
  const size = a.low.length
  const low = new Float64Array(size)
  for (let i = 0; i < size; i++) low[i] = at(a.low, i) + at(b.low, i)
  let high = low
  if (!isPoint(a) || !isPoint(b)) {
    high = new Float64Array(size)
    for (let i = 0; i < size; i++) high[i] = at(a.high, i) + at(b.high, i)
  }
  return guard({ low, high, slack: slackOfSum(a, b, low, high), state: worse(a, b) })
}

export function negateSpan(a: Span): Span {
  const low = a.high.map((number) => -number)
  return { low, high: isPoint(a) ? low : a.low.map((number) => -number), slack: a.slack, state: a.state }
}

export const subSpans = (a: Span, b: Span): Span => addSpans(a, negateSpan(b))

/** Products of known numbers, and of a number within limits from zero up by a known positive one. */
export function mulSpans(a: Span, b: Span): Span {
  const size = a.low.length
  const low = new Float64Array(size)
  const high = isPoint(a) && isPoint(b) ? low : new Float64Array(size)
  const state = worse(a, b)
  const slack = a.slack === undefined && b.slack === undefined ? undefined : new Float64Array(size)
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

/** Quotients of known numbers. A zero denominator gives no content, whatever the policy. */
export function divSpans(a: Span, b: Span): Span {
  const size = a.low.length
  const low = new Float64Array(size)
  const slack = new Float64Array(size)
  const state = worse(a, b)
  for (let i = 0; i < size; i++) {
    if (state[i] !== KNOWN) {
      if (state[i] === MISSING) state[i] = ASK
      continue
    }
    const [x, y, dx, dy] = [at(a.low, i), at(b.low, i), at(a.slack, i), at(b.slack, i)]
    if (y === 0 && dy === 0) state[i] = NONE
    else if (Math.abs(y) <= dy * 2) state[i] = ASK
    else {
      const quotient = x / y
      low[i] = quotient
      if (dx > 0 || dy > 0 || x % y !== 0)
        slack[i] = (dx + Math.abs(quotient) * dy) / (Math.abs(y) - dy) + Math.abs(quotient) * ROUNDING
    }
  }
  return { low, high: low, slack, state }
}

/** A function of known numbers that adds no error of its own: absolute value, larger, smaller. */
export function mapSpans(operands: readonly Span[], apply: (numbers: readonly number[]) => number): Span {
  const [first] = operands
  const size = first?.low.length ?? 0
  const low = new Float64Array(size)
  const state = new Uint8Array(size)
  const slack = operands.some((operand) => operand.slack !== undefined) ? new Float64Array(size) : undefined
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
