import { CAUSES, type CauseCode, type Details, fillIn, PROBLEMS, type ProblemCode } from './errors.ts'
import type { Cause } from './value.ts'

/** Where in the source something stands: offset and length in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One mistake of a formula. Line and column count from 1; length is in characters. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly line: number
  readonly column: number
  readonly length: number
  readonly suggestion?: string
}

export function makeProblem(
  source: string,
  span: Span,
  code: ProblemCode,
  details: Details = {},
  suggestion?: string,
): Problem {
  const before = source.slice(0, span.start)
  const lineStart = before.lastIndexOf('\n') + 1
  const problem = {
    code,
    message: fillIn(PROBLEMS[code], details),
    line: before.split('\n').length,
    column: [...source.slice(lineStart, span.start)].length + 1,
    length: Math.max(1, [...source.slice(span.start, span.end)].length),
  }
  return suggestion === undefined ? problem : { ...problem, suggestion }
}

export function makeCause(
  code: CauseCode,
  details: Details,
  where: { register?: string; unit?: string; column?: string } = {},
): Cause {
  return { code, message: fillIn(CAUSES[code], details), ...where }
}

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character)
const widthOf = (text: string): number => [...text].reduce((width, c) => width + (isWide(c) ? 2 : 1), 0)

/** The problem as a person reads it: sentence, the line, a caret under the place, the suggestion. */
export function renderProblem(problem: Problem, source: string): string {
  const line = source.split('\n')[problem.line - 1] ?? ''
  const characters = [...line]
  const indent = widthOf(characters.slice(0, problem.column - 1).join(''))
  const marked = characters.slice(problem.column - 1, problem.column - 1 + problem.length).join('')
  const caret = `${' '.repeat(indent)}${'^'.repeat(Math.max(1, widthOf(marked)))}`
  const rows = [
    `第 ${problem.line} 行第 ${problem.column} 字：${problem.message}（${problem.code}）`,
    `  ${line}`,
    `  ${caret}`,
  ]
  if (problem.suggestion !== undefined) rows.push(`  建议：${problem.suggestion}`)
  return rows.join('\n')
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

/** The candidate most like `name`, when it is like enough to be worth offering. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.min(Math.max(1, Math.floor(name.length / 2)), name.length - 1)
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    const contained = candidate !== name && name.length > 1 && (candidate.includes(name) || name.includes(candidate))
    const far = contained && candidate.length > 1 ? 1 : distance(name, candidate, limit)
    if (far < bestDistance) [best, bestDistance] = [candidate, far]
  }
  return best
}

/** Thrown inside the reader and the checker only; both turn it into a returned `Problem`. */
export class FormulaFault extends Error {
  readonly code: ProblemCode
  readonly span: Span
  readonly details: Details
  readonly suggestion: string | undefined

  constructor(code: ProblemCode, span: Span, details: Details = {}, suggestion?: string) {
    super(code)
    this.code = code
    this.span = span
    this.details = details
    this.suggestion = suggestion
  }
}
