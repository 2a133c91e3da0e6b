import { ANYTHING, FALSE, type Possible, SILENT, TRUE } from './possible.ts'
import type { Scratch } from './scratch.ts'
import { ASK, isPoint, KNOWN, MISSING, NONE, type Span } from './span.ts'

/** 情形: at each place the result that its condition chooses; a condition without content must be asked about. */
export function caseSpan(scratch: Scratch, when: Possible, result: Span, rest: Span): Span {
  const size = when.length
  const low = scratch.numbers()
  const high = isPoint(result) && isPoint(rest) ? low : scratch.numbers()
  const slack = result.slack === undefined && rest.slack === undefined ? undefined : scratch.numbers()
  const state = scratch.sets()
  for (let i = 0; i < size; i++) {
    const chosen = when[i] === TRUE ? result : when[i] === FALSE ? rest : undefined
    if (chosen === undefined) {
      state[i] = ASK
      continue
    }
    low[i] = chosen.low[i] ?? 0
    if (high !== low) high[i] = chosen.high[i] ?? 0
    if (slack !== undefined) slack[i] = chosen.slack?.[i] ?? 0
    state[i] = chosen.state[i] ?? ASK
  }
  return { low, high, slack, state }
}

/** 已报: true of a number, false of a missing one, without content of what is neither. */
export function reportedOf(span: Span): Possible {
  return span.state.map((state) => {
    switch (state) {
      case KNOWN:
        return TRUE
      case MISSING:
        return FALSE
      case NONE:
        return SILENT
      default:
        return ANYTHING
    }
  })
}
