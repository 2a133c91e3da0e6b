/** A cell while its table is read. */
export interface DraftCell {
  readonly row: number
  readonly column: number
  rowSpan: number
  readonly columnSpan: number
  text: string
}

/** Most columns and rows that one cell may cover: more is a mistake or worse. */
const MOST_SPAN = 1000

/** A table while it is read: finds the column of each cell, past the cells that reach down from above. */
export class TableDraft {
  readonly cells: DraftCell[] = []
  private row = -1
  private column = 0
  private readonly covered = new Map<number, number>()

  startRow(skip = 0): void {
    this.row += 1
    this.column = skip
  }

  /** A cell that says how far it reaches, as in html. */
  addCell(columnSpan: number, rowSpan: number): DraftCell {
    while ((this.covered.get(this.column) ?? 0) > this.row) this.column += 1
    const cell = this.place(columnSpan, Math.min(Math.max(rowSpan, 1), MOST_SPAN))
    for (let at = 0; at < cell.columnSpan; at += 1) this.covered.set(cell.column + at, this.row + cell.rowSpan)
    return cell
  }

  /** A cell of a Word table: one that continues the cell above lengthens it, and its own text is none. */
  addWordCell(columnSpan: number, continues: boolean): DraftCell {
    const above = continues
      ? this.cells.findLast(({ column, row, rowSpan }) => column === this.column && row + rowSpan === this.row)
      : undefined
    if (above === undefined) return this.place(columnSpan, 1)
    above.rowSpan += 1
    this.column += columnSpan
    return { row: this.row, column: above.column, rowSpan: 1, columnSpan, text: '' }
  }

  private place(columnSpan: number, rowSpan: number): DraftCell {
    const span = Math.min(Math.max(columnSpan, 1), MOST_SPAN)
    const cell = { row: Math.max(this.row, 0), column: this.column, rowSpan, columnSpan: span, text: '' }
    this.cells.push(cell)
    this.column += span
    return cell
  }
}
