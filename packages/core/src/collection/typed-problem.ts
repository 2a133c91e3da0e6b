import type { CellProblem } from './cell-outcome.ts'

const SHORTENED = new Set(['number_too_long', 'code_became_number'])

/** A problem of `text` that was typed on a page, where there is no format of a cell to change: 1e9 is to be written out. */
export function typedProblem(text: string, problem: CellProblem): CellProblem {
  if (!SHORTENED.has(problem.code) || !/e[+-]?\d+\s*$/i.test(text)) return problem
  return { ...problem, message: `“${text.trim()}”是科学计数法`, advice: '写出全部数字，如 1000000000' }
}
