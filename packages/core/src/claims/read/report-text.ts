/** A stretch of a text, `end` excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A paragraph; its pieces are its lines where the file breaks lines inside paragraphs. */
export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly pieces: readonly Span[]
}

/** A cell at the row and column where it begins, counted from 0. */
export interface TextCell extends Span {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface TableBlock {
  readonly kind: 'table'
  readonly cells: readonly TextCell[]
}

export type TextBlock = ParagraphBlock | TableBlock

/** A report as it was read: its whole text, untouched, and where in it the paragraphs and cells are. */
export interface ReportText {
  readonly text: string
  readonly blocks: readonly TextBlock[]
}
