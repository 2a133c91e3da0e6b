import type { Span, TableBlock, TextCell } from './report-text.ts'

interface Line extends Span {
  readonly text: string
}

const NUMBER = /^[-+]?[\d,]+(?:\.\d+)?[%％‰]?$/
const MOST_CELL = 24

/** A table of a text file that begins at a line: rows whose cells tabs, strokes or blanks part. */
export function plainTableAt(
  lines: readonly Line[],
  at: number,
): { readonly block: TableBlock; readonly rows: number } | undefined {
  const rows: (readonly Span[])[] = []
  for (const line of lines.slice(at)) {
    const cells = cellsOf(line, rows[0]?.length)
    const isRow =
      cells.length >= 2 && (rows.length === 0 || cells.slice(1).some((cell) => NUMBER.test(wordsOf(line, cell))))
    if (!isRow || (rows[0] !== undefined && cells.length !== rows[0].length)) break
    rows.push(cells)
  }
  const numbered = rows.filter((cells, row) =>
    cells.slice(1).every((cell) => NUMBER.test(wordsOf(lines[at + row], cell))),
  )
  if (numbered.length < 2 || numbered.length < rows.length - 1) return undefined
  const cells = rows.flatMap((row, order) =>
    row.map((cell, column): TextCell => ({ ...cell, row: order, column, rowSpan: 1, columnSpan: 1 })),
  )
  return { block: { kind: 'table', cells }, rows: rows.length }
}

const wordsOf = (line: Line | undefined, { start, end }: Span): string =>
  line === undefined ? '' : line.text.slice(start - line.start, end - line.start).trim()

/** The cells of a line; 合　计 is one, where the line has too many otherwise. */
function cellsOf(line: Line, count: number | undefined): readonly Span[] {
  const gap = /[\t|｜]/.test(line.text) ? /\s*[\t|｜]\s*/g : /[ \u3000]{2,}|\u3000/g
  const cells: Span[] = []
  let start = line.text.length - line.text.trimStart().length
  const end = line.text.trimEnd().length
  for (const found of line.text.slice(0, end).matchAll(gap)) {
    if (found.index <= start) continue
    cells.push({ start: line.start + start, end: line.start + found.index })
    start = found.index + found[0].length
  }
  cells.push({ start: line.start + start, end: line.start + end })
  if (cells.some((cell) => cell.end - cell.start > MOST_CELL)) return []
  const first = cells.findIndex((cell) => NUMBER.test(wordsOf(line, cell)))
  const extra = cells.length - (count ?? cells.length)
  const [head] = cells
  if (extra <= 0 || first <= extra || head === undefined) return cells
  return [{ start: head.start, end: cells[extra]?.end ?? head.end }, ...cells.slice(extra + 1)]
}
