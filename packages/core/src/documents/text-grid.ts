import { EMPTY } from './place-cells.ts'
import type { Align, Grid, PlacedCell } from './sheet-model.ts'

export interface TextGridLook {
  /** Rows of headings in front, which are bold and centred; 1 unless said. */
  readonly heading?: number
  /** How the texts below the headings stand in a column; to the left unless said. */
  readonly alignOf?: (column: number) => Align
}

/** A plain table of texts, the headings among them. */
export function textGrid(
  rows: readonly (readonly string[])[],
  { heading = 1, alignOf = () => 'left' }: TextGridLook = {},
): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map(
      (text, column): PlacedCell => ({
        row,
        column,
        rowspan: 1,
        colspan: 1,
        shaded: false,
        figures: [],
        output: text === '' ? EMPTY : { kind: 'text', text },
        align: row < heading ? 'center' : alignOf(column),
        bold: row < heading,
      }),
    ),
  )
  return { columns: rows[0]?.length ?? 0, roles: rows.map((_, row) => (row < heading ? 'header' : 'body')), cells }
}
