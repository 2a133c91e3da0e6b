/** A value ready for a typed column: exact decimal text for numbers, `YYYY-MM-DD` for dates, the code for codes. */
export type CellValue = string | boolean

/** Where the cells of a row stand. */
export interface RowSource {
  /** Name of the file as given, relative to the folder read. */
  readonly file: string
  readonly sheet: string
  /** Zero-based row in the sheet for tables; undefined for vertical forms, where every item has its own row. */
  readonly row: number | undefined
  /** A1 address by column id, in `file` and `sheet`. */
  cellOf(column: string): string | undefined
  /** Only in a row put together from several sheets: where the value of a column stands. */
  placeOf?(column: string): CellPlace | undefined
}

export interface CellPlace {
  readonly file: string
  readonly sheet: string
  /** A1 address. */
  readonly cell: string
}

/** Where the value of a column stands, also in a row put together from several sheets. */
export function findCellPlace(source: RowSource, column: string): CellPlace | undefined {
  if (source.placeOf !== undefined) return source.placeOf(column)
  const cell = source.cellOf(column)
  return cell === undefined ? undefined : { file: source.file, sheet: source.sheet, cell }
}

/** One accepted row of a register. A column that is absent from `values` is 未报. */
export interface RegisterRow {
  readonly register: string
  readonly year: number
  readonly values: Readonly<Record<string, CellValue>>
  readonly source: RowSource
}
