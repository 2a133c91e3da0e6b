import type { Column } from '../../packs/index.ts'
import { type CellProblem, refuse } from '../cell-outcome.ts'
import { readCell } from '../read-cell.ts'
import type { CodeIndex } from '../read-code.ts'
import type { CellValue } from '../register-row.ts'
import { typedProblem } from '../typed-problem.ts'

/** What came of one typed cell. Refused text is kept as it was typed, so that nothing is lost. */
export interface Entry {
  readonly value?: CellValue
  readonly refusedText?: string
  readonly problem?: CellProblem
}

/** Reads what a person typed into a cell, by the same rules as a cell of a workbook. `text` may be empty: 未报. */
export function readEntry(text: string, column: Column, codes: ReadonlyMap<string, CodeIndex>): Entry {
  if (text.trim() === '') return {}
  const index = column.codes === undefined ? undefined : codes.get(column.codes)
  if (column.type === 'code' && index === undefined) {
    return { refusedText: text, ...refuse('unknown_code', `没有代码表“${column.codes ?? ''}”`) }
  }
  const outcome = readCell(
    { content: { kind: 'text', text } },
    { column, ...(index !== undefined && { codes: index }) },
  )
  const problem = outcome.problem === undefined ? {} : { problem: typedProblem(text, outcome.problem) }
  return outcome.value === undefined ? { refusedText: text, ...problem } : { value: outcome.value, ...problem }
}

/** A stored value in the words of the form: 是/否, the title of a code, a plain number. */
export function shownEntry(
  value: CellValue | undefined,
  column: Column,
  codes: ReadonlyMap<string, CodeIndex>,
): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (column.type !== 'code' || column.codes === undefined) return value
  const entry = codes.get(column.codes)?.list.codes.find(({ code }) => code === value)
  return entry?.title ?? value
}
