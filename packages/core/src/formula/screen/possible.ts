import type { CompareOperator } from '../ast.ts'
import { decidedBySigns, holdsBySign } from '../logic.ts'
import type { Value } from '../value.ts'
import type { Scratch } from './scratch.ts'
import { ASK, KNOWN, NONE, type Span } from './span.ts'

/** Sets of what a truth may turn out to be, as bits: true, false, without content. */
export const TRUE = 1
export const FALSE = 2
export const SILENT = 4
export const ANYTHING = 7

export type Possible = Uint8Array

export function possibleOf(values: readonly (Value | undefined)[]): Possible {
  return Uint8Array.from(values, (value) => {
    if (value === undefined) return ANYTHING
    if (value.content === undefined) return SILENT
    return value.content === true ? TRUE : value.content === false ? FALSE : ANYTHING
  })
}

const members = [TRUE, FALSE, SILENT]

/** 且 (decisive false) or 或 (decisive true) of one truth each. */
function together(decisive: number, x: number, y: number): number {
  if (x === decisive || y === decisive) return decisive
  return x === y ? x : SILENT
}

function tableOf(decisive: number): Uint8Array {
  const table = new Uint8Array(64)
  for (let a = 0; a < 8; a++)
    for (let b = 0; b < 8; b++)
      for (const x of members)
        for (const y of members)
          if ((a & x) !== 0 && (b & y) !== 0) table[a * 8 + b] = (table[a * 8 + b] ?? 0) | together(decisive, x, y)
  return table
}

const AND = tableOf(FALSE)
const OR = tableOf(TRUE)

function combine(scratch: Scratch, table: Uint8Array, a: Possible, b: Possible): Possible {
  const result = scratch.sets()
  for (let i = 0; i < result.length; i++) result[i] = table[(a[i] ?? ANYTHING) * 8 + (b[i] ?? ANYTHING)] ?? ANYTHING
  return result
}

export const bothPossible = (scratch: Scratch, a: Possible, b: Possible): Possible => combine(scratch, AND, a, b)
export const eitherPossible = (scratch: Scratch, a: Possible, b: Possible): Possible => combine(scratch, OR, a, b)

/** The same with true and false changed over. */
export function notPossible(scratch: Scratch, a: Possible): Possible {
  const result = scratch.sets()
  for (let i = 0; i < result.length; i++) {
    const set = a[i] ?? ANYTHING
    result[i] = (set & SILENT) | ((set & TRUE) << 1) | ((set & FALSE) >> 1)
  }
  return result
}

const setOf = (truth: boolean | undefined): number => (truth === undefined ? SILENT : truth ? TRUE : FALSE)

const sign = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
const isClose = (a: number, b: number, slack: number): boolean => slack > 0 && Math.abs(a - b) <= slack * 1.001

export function compareSpans(scratch: Scratch, operator: CompareOperator, a: Span, b: Span): Possible {
  const result = scratch.sets()
  for (let i = 0; i < result.length; i++) {
    const state = Math.max(a.state[i] ?? ASK, b.state[i] ?? ASK)
    if (state >= NONE) {
      result[i] = state === NONE ? SILENT : ANYTHING
      continue
    }
    const slack = (a.slack?.[i] ?? 0) + (b.slack?.[i] ?? 0)
    const [aLow, bLow] = [a.low[i] ?? 0, b.low[i] ?? 0]
    if (state === KNOWN) {
      result[i] = isClose(aLow, bLow, slack) ? ANYTHING : setOf(holdsBySign(operator, sign(aLow, bLow)))
      continue
    }
    const [aHigh, bHigh] = [a.high[i] ?? 0, b.high[i] ?? 0]
    result[i] =
      isClose(aHigh, bLow, slack) || isClose(aLow, bHigh, slack)
        ? ANYTHING
        : setOf(decidedBySigns(operator, sign(aHigh, bLow), sign(aLow, bHigh)))
  }
  return result
}
