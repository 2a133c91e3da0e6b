/** Where a figure of the demo county was written. */
export interface Placement {
  readonly year: number
  readonly register: string
  readonly unit: string
  readonly column: string
  /** Path inside the demo folder. */
  readonly file: string
  readonly sheet: string
  /** A1 address; for csv files counted as if it were a sheet. */
  readonly cell: string
}

/** A cell within a sheet that is being drawn; file and sheet come later. */
export type CellPlacement = Omit<Placement, 'file' | 'sheet'>
