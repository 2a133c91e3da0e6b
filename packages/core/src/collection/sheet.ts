/** What a cell of a workbook holds, as stored: text is never trimmed here, numbers are the shortest exact text. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'truth'; readonly truth: boolean }
  /** A number cell whose format is a date. */
  | { readonly kind: 'date'; readonly date: string; readonly serial: string }
  /** #REF!, #DIV/0! … as shown. */
  | { readonly kind: 'error'; readonly text: string }

export interface SheetCell {
  readonly content: CellContent
  /** True when the content is the cached result of a formula in the workbook. */
  readonly computed?: boolean
  /** True when the number is shown as a percentage: it holds 0.85 and a reader sees 85%. */
  readonly percent?: boolean
}

export interface MergedRange {
  /** Zero-based, inclusive. */
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet of a file as read: rows and columns zero-based, absent cells undefined. A csv file is one sheet. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly (SheetCell | undefined)[])[]
  readonly merges: readonly MergedRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}
