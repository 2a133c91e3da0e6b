import type { MatchedBy } from './column-index.ts'
import type { MappingEntry } from './mapping.ts'

/** Where one register column stands in a sheet, and how its cells are to be read. */
export interface ColumnPlace {
  /** Id of the register column. */
  readonly column: string
  /** Heading or item as written. */
  readonly heading: string
  /** Zero-based place of the heading. */
  readonly row: number
  readonly sheetColumn: number
  readonly by: MatchedBy
  /** Unit stated in the heading, the item's unit cell or above the table, when it is not the column's own. */
  readonly unit?: string
  /** Factor of the mapping file: the stored value is the cell times this decimal. */
  readonly scale?: string
  /** Codes of the file → codes of the register. */
  readonly values?: Readonly<Record<string, string>>
}

/** One record of a vertical form: where the value of each item stands, and the unit printed beside it. */
export interface ItemRecord {
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number; readonly unit?: string }>
}

export type Records =
  | { readonly kind: 'rows'; readonly first: number; readonly last: number }
  | { readonly kind: 'items'; readonly items: readonly ItemRecord[] }

/** Something in the sheet that could not be placed: said once per sheet. */
export interface Unplaced {
  readonly code: 'unknown_heading' | 'ambiguous_heading' | 'claimed_twice' | 'number_disagrees'
  readonly row: number
  readonly sheetColumn: number
  readonly heading: string
  readonly message: string
  readonly advice?: string
  readonly column?: string
}

/** One register found in one sheet. */
export interface Recognition {
  readonly register: string
  readonly shape: 'table' | 'vertical' | 'transposed'
  /** Share of the register's columns that were found, 0 to 1; a mapping counts as 1. */
  readonly score: number
  /** Chinese: why the sheet was taken for this register. */
  readonly reasons: readonly string[]
  readonly places: readonly ColumnPlace[]
  readonly records: Records
  readonly unplaced: readonly Unplaced[]
  /** Values of a mapping that hold for every row, and the mapping's year. */
  readonly constants: Readonly<Record<string, string>>
  readonly year?: number
  /** Rows whose text contains one of these are left out. */
  readonly skip: readonly string[]
  /** Rows are read only where each of these columns holds one of the texts. */
  readonly only?: readonly { readonly sheetColumn: number; readonly texts: readonly string[] }[]
  /** Column that holds the year of each row, when no register column does. */
  readonly yearColumn?: number
  /** The entry of the mapping file that was applied. */
  readonly entry?: MappingEntry
  /** Several entries of the mapping file read this sheet: a row need not be a record of each. */
  readonly isPartial?: boolean
  /** First row of its part of the sheet, where several tables stand one below another. */
  readonly top?: number
  /** First heading row: title rows stand above it. */
  readonly headTop: number
}
