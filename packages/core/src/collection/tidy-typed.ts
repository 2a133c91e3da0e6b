import type { CodeList, Column } from '../packs/index.ts'
import { cleanText, cleanToken, shorten } from './clean-text.ts'
import { readCell } from './read-cell.ts'
import { type CodeIndex, indexCodes } from './read-code.ts'
import { typedProblem } from './typed-problem.ts'

/** What was typed into one cell of a form in the page. */
export interface TidyText {
  /** What the cell holds from now on: as typed, but for the repairs that `repairs` names. Never lost, even when refused. */
  readonly text: string
  /** What was changed in the text, in words for the person who typed it. */
  readonly repairs: readonly string[]
  /** Why the text is no value of the column, and what to do. */
  readonly problem?: { readonly code: string; readonly message: string; readonly advice?: string }
}

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

/** Repairs and judges typed text by the rules for the cells of a workbook, so that the page and a returned workbook say the same. */
export function tidyTyped(typed: string, column: Column, codes?: CodeList): TidyText {
  const { text, repairs } =
    column.type === 'text' && column.pattern === undefined ? cleanText(typed) : cleanToken(typed)
  if (text === '') return { text, repairs }
  const index = codes === undefined ? undefined : indexOf(codes)
  const outcome = readCell(
    { content: { kind: 'text', text } },
    { column, ...(index !== undefined && { codes: index }) },
  )
  if (outcome.problem?.level === 'error') {
    const { code, message, advice } = typedProblem(text, outcome.problem)
    return { text, repairs, problem: { code, message, ...(advice !== undefined && { advice }) } }
  }
  const { value } = outcome
  const read = value === undefined ? '' : typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  const isAmount = column.type === 'number' || column.type === 'integer'
  if (read === text || (isAmount && PLAIN_NUMBER.test(text))) return { text, repairs }
  const entry = codes?.codes.find((candidate) => candidate.code === read)
  if (entry?.title === text) return { text: read, repairs }
  return { text: read, repairs: [...repairs, `“${shorten(text)}”按“${entry?.title ?? read}”`] }
}

const known = new WeakMap<CodeList, CodeIndex>()

/** A list is prepared once; the same list object stands behind every cell of its column. */
function indexOf(list: CodeList): CodeIndex {
  const index = known.get(list) ?? indexCodes(list)
  known.set(list, index)
  return index
}
