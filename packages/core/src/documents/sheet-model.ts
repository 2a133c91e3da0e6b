/** What a laid-out cell shows. Numbers are decimal text, already rounded by the stated rule. */
export type CellOutput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly decimals: number }
  | { readonly kind: 'empty' }

export type Align = 'left' | 'center' | 'right'

/** A cell at its place in a grid; `row` and `column` are zero-based and absolute. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly output: CellOutput
  readonly align: Align
  readonly bold: boolean
  /** Below standard: printed with a dark fill. */
  readonly shaded: boolean
  /** Ids of the figures that the cell stands on. */
  readonly figures: readonly string[]
}

export type RowRole = 'title' | 'header' | 'body' | 'note'

/** A table as laid out: the role of each row, and cells in reading order. */
export interface Grid {
  readonly columns: number
  readonly roles: readonly RowRole[]
  readonly cells: readonly PlacedCell[]
}

export interface SheetModel {
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  /** Width of each column in characters. */
  readonly widths: readonly number[]
  readonly grid: Grid
  /** Headings stay in sight while one scrolls. */
  readonly headStays?: true
}

/** A workbook to be written, without any trace of a file format. */
export interface WorkbookModel {
  readonly title: string
  readonly file: string
  /** Printed at the head of each page. */
  readonly header: string
  /** Who took it, when and what for: a property of the file, where children stand in it. */
  readonly mark?: string
  readonly sheets: readonly SheetModel[]
}

/** Text that a reader sees in a cell. */
export const textOf = (output: CellOutput): string => (output.kind === 'empty' ? '' : output.text)
