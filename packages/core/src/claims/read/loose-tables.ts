import { CLASS_CODE, LEAST_CODED } from '../numbers/class-codes.ts'
import type { Span, TableBlock, TextCell } from './report-text.ts'

interface Line extends Span {
  readonly text: string
}

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const CODE = /^\d{2,7}$/
/** Sentences are no rows. */
const SENTENCE = /[。;；]|[,，](?!\d{3})/
const TITLE = /表\s*$/
const MOST_LABEL = 34

type Cell = Span & { readonly text: string }

/**
 * A table of accounts whose blanks were lost when its text was taken out: rows that begin with the code of a class
 * (201 06 01 行政运行 1,511.90 1,511.89), or two accounts side by side, each with its label and one number.
 */
export function looseTableAt(
  lines: readonly Line[],
  at: number,
): { readonly block: TableBlock; readonly rows: number } | undefined {
  const rows: (readonly Cell[])[] = []
  for (const line of lines.slice(at)) {
    const cells = cellsOf(line)
    if (!isRow(line, cells) || (rows.length > 0 && TITLE.test(line.text) && cells.length === 1)) break
    rows.push(cells)
  }
  const coded = rows.filter((cells) => codeOf(cells) > 0).length
  const sided = rows.filter(isTwoSided).length
  if (Math.max(coded, sided) < LEAST_CODED) return undefined
  const place = coded >= sided ? codedRow : sidedRow
  const cells = rows.flatMap((row, order) =>
    place(row, lines[at + order]?.text ?? '').map(
      ({ start, end, column }): TextCell => ({ start, end, row: order, column, rowSpan: 1, columnSpan: 1 }),
    ),
  )
  return { block: { kind: 'table', cells }, rows: rows.length }
}

const isRow = (line: Line, cells: readonly Cell[]): boolean =>
  line.text.trim() !== '' && !SENTENCE.test(line.text) && cells.every(({ text }) => text.length <= MOST_LABEL)

/** A number by itself, or words up to two blanks or to a number with a point. */
const CELL = /-?\d[\d,]*\.\d+(?=\s|$)|\S+(?: (?!-?\d[\d,]*\.\d+(?:\s|$))\S+)*/g

function cellsOf({ start, text }: Line): readonly Cell[] {
  return [...text.matchAll(CELL)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
    text: found[0],
  }))
}

/** How many cells at the beginning of a row make up a code of a class; 0 where none do. */
function codeOf(cells: readonly Cell[]): number {
  let code = ''
  let found = 0
  for (const [at, { text }] of cells.entries()) {
    if (!CODE.test(text)) break
    code += text
    if (CLASS_CODE.test(code)) found = at + 1
  }
  return cells.length > found && found > 0 ? found : 0
}

const isNumber = ({ text }: Cell): boolean => NUMBER.test(text)

const isTwoSided = ([first, second, third, fourth]: readonly Cell[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  third !== undefined &&
  !isNumber(first) &&
  isNumber(second) !== isNumber(third) &&
  (isNumber(second) ? fourth === undefined || isNumber(fourth) : isNumber(third) && fourth === undefined)

interface Placed extends Span {
  readonly column: number
}

/** Code, label, and the numbers from the first column on: what is blank is mostly so at the end. */
function codedRow(cells: readonly Cell[]): readonly Placed[] {
  const code = codeOf(cells)
  const [first, last] = [cells[0], cells[code - 1]]
  const head = first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, column: 0 }]
  const rest = cells.slice(code)
  const labels = rest.filter((cell) => !isNumber(cell))
  const numbers = rest.filter(isNumber)
  return [
    ...head,
    ...labels.slice(0, 1).map(({ start, end }) => ({ start, end, column: 1 })),
    ...numbers.map(({ start, end }, order) => ({ start, end, column: order + 2 })),
  ]
}

/** Labels at the left and in the middle, each with the number after it; a row set in has only the right side. */
function sidedRow(cells: readonly Cell[], line: string): readonly Placed[] {
  const labels = cells.filter((cell) => !isNumber(cell))
  const isRight = labels.length === 1 && /^\s{2}/.test(line)
  return cells.flatMap((cell, at) => {
    const side = labels.indexOf(isNumber(cell) ? (cells[at - 1] ?? cell) : cell)
    if (side < 0 || side > 1) return []
    return [{ start: cell.start, end: cell.end, column: (isRight ? 2 : side * 2) + (isNumber(cell) ? 1 : 0) }]
  })
}
