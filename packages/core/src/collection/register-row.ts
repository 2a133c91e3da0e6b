/**
 * A value ready for a typed column: exact text for numbers (a decimal, or `10000/3` where a conversion of units does
 * not terminate), `YYYY-MM-DD` for dates, the code for codes.
 */
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

/** Why something that stood in a row was not taken; in Chinese, for causes. */
export interface Refused {
  /** Why the whole row was refused: only its key columns are left, so that its unit still counts as expected. */
  readonly row?: string
  /** What stood in refused cells, by column id. */
  readonly cells?: Readonly<Record<string, string>>
  /** Identity numbers that stood in refused cells, by column id: only for a reader that seals them before it keeps them. */
  readonly numbers?: Readonly<Record<string, string>>
}

/**
 * One row of a register. A column that is absent from `values` is 未报. A row that lacks a key column is lost: nobody
 * knows whose it is, and what is summed over the register is 未报 because of it.
 */
export interface RegisterRow {
  readonly register: string
  readonly year: number
  readonly values: Readonly<Record<string, CellValue>>
  readonly source: RowSource
  readonly refused?: Refused
}
