import type { CellValue } from './register-row.ts'

/** What is wrong with a cell, or how it was cleaned. */
export interface CellProblem {
  readonly level: 'error' | 'repair'
  readonly code: string
  readonly message: string
  readonly advice?: string
}

/** Result of reading one cell. No value and no problem: the cell is blank, which is 未报 and never 0. */
export interface CellOutcome {
  readonly value?: CellValue
  readonly problem?: CellProblem
}

/** A blank cell: 未报, said once for a required column, never 0. */
export const BLANK: CellOutcome = {}

/** Takes a value; what was cleaned on the way is told as one repair. */
export function accept(value: CellValue, repairs: readonly string[] = []): CellOutcome {
  if (repairs.length === 0) return { value }
  return {
    value,
    problem: { level: 'repair', code: 'cleaned', message: `已整理：${[...new Set(repairs)].join('、')}` },
  }
}

/** Refuses #REF!, #DIV/0! … as shown; the advice says what belongs into the cell. */
export function refuseFormulaError(shown: string, advice = '修好公式，或直接填写'): CellOutcome {
  return refuse('error_value', `单元格里是公式错误 ${shown}`, advice)
}

/** Leaves a cell 未报. `message` and `advice` are Chinese and name no cell: the caller adds the place. */
export function refuse(code: string, message: string, advice?: string): CellOutcome {
  return {
    problem: advice === undefined ? { level: 'error', code, message } : { level: 'error', code, message, advice },
  }
}
