import type { Span, TableBlock, TextCell } from './report-text.ts'

interface Line extends Span {
  readonly text: string
}

const NUMBER = /^[-+]?[\d,]+(?:\.\d+)?[%％‰]?$/
const MOST_CELL = 24

const STROKE = /[|｜]/
const RULE = /^[-:\s]*$/

/** A table of a text file that begins at a line: rows whose cells tabs, strokes or blanks part. */
export function plainTableAt(
  lines: readonly Line[],
  at: number,
): { readonly block: TableBlock; readonly rows: number } | undefined {
  const rows: (readonly Cell[])[] = []
  for (const line of lines.slice(at)) {
    const cells = cellsOf(line, rows[0]?.length)
    const isRow = cells.length >= 2 && (rows.length === 0 || isRule(cells) || cells.slice(1).some(isNumber))
    if (!isRow || (rows[0] !== undefined && cells.length !== rows[0].length)) break
    rows.push(cells)
  }
  const isDrawn = STROKE.test(lines[at]?.text ?? '')
  const told = rows.filter((cells) => !isRule(cells))
  // Strokes are drawn for a table; blanks and tabs may stand by chance.
  const numbered = told.filter((cells) => (isDrawn ? cells.slice(1).some(isNumber) : cells.slice(1).every(isNumber)))
  if (numbered.length < 2 || numbered.length < told.length - 1) return undefined
  const cells = told.flatMap((row, order) =>
    row.map(({ start, end }, column): TextCell => ({ start, end, row: order, column, rowSpan: 1, columnSpan: 1 })),
  )
  return { block: { kind: 'table', cells }, rows: rows.length }
}

interface Cell extends Span {
  readonly words: string
}

const isNumber = ({ words }: Cell): boolean => NUMBER.test(words)

/** |---|---:| below the head of a drawn table. */
const isRule = (cells: readonly Cell[]): boolean => cells.every(({ words }) => RULE.test(words) && words.length > 1)

const cellsOf = (line: Line, count: number | undefined): readonly Cell[] => {
  const cells = STROKE.test(line.text) ? drawnCells(line) : blankCells(line, count)
  return cells.some(({ start, end }) => end - start > MOST_CELL) ? [] : cells
}

/** Cells between strokes, with or without a stroke at either end; a cell may be empty. */
function drawnCells(line: Line): readonly Cell[] {
  const cells: Cell[] = []
  let start = 0
  for (const words of line.text.split(STROKE)) {
    const lead = words.length - words.trimStart().length
    const cell = line.start + start + lead
    cells.push({ start: cell, end: cell + words.trim().length, words: words.trim() })
    start += words.length + 1
  }
  const from = cells[0]?.words === '' ? 1 : 0
  return cells.slice(from, cells.at(-1)?.words === '' ? -1 : undefined)
}

/** Cells between tabs or wide blanks; 合　计 is one, where the line has too many otherwise. */
function blankCells(line: Line, count: number | undefined): readonly Cell[] {
  const gap = line.text.includes('\t') ? /\s*\t\s*/g : /[ \u3000]{2,}|\u3000/g
  const cellAt = (start: number, end: number): Cell => ({
    start: line.start + start,
    end: line.start + end,
    words: line.text.slice(start, end).trim(),
  })
  const cells: Cell[] = []
  let start = line.text.length - line.text.trimStart().length
  const end = line.text.trimEnd().length
  for (const found of line.text.slice(0, end).matchAll(gap)) {
    if (found.index <= start) continue
    cells.push(cellAt(start, found.index))
    start = found.index + found[0].length
  }
  cells.push(cellAt(start, end))
  const first = cells.findIndex(isNumber)
  const extra = cells.length - (count ?? cells.length)
  const [head] = cells
  if (extra <= 0 || first <= extra || head === undefined) return cells
  const joined = cellAt(head.start - line.start, (cells[extra]?.end ?? head.end) - line.start)
  return [joined, ...cells.slice(extra + 1)]
}
