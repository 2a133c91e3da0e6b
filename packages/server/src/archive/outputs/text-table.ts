import type { Grid, PlacedCell, RowRole } from '@eduduty/core/documents'

/** A plain table of words: headings, then rows. */
export function textTable(titles: readonly string[], rows: readonly (readonly string[])[]): Grid {
  const lines = [titles, ...rows]
  const roleOf = (row: number): RowRole => (row === 0 ? 'header' : 'body')
  const cells = lines.flatMap((line, row) => line.map((text, column) => textCell(text, row, column)))
  return { columns: titles.length, roles: lines.map((_, row) => roleOf(row)), cells }
}

const textCell = (text: string, row: number, column: number): PlacedCell => ({
  ...{ row, column, rowspan: 1, colspan: 1, output: { kind: 'text', text } },
  ...{ align: row === 0 ? 'center' : 'left', bold: row === 0, shaded: false, figures: [] },
})
