import type { Grid, PlacedCell } from '@eduduty/core/documents'

/** A plain table of texts under one row of headings. */
export function textGrid(heads: readonly string[], rows: readonly (readonly string[])[]): Grid {
  const cells = [heads, ...rows].flatMap((texts, row) =>
    texts.map(
      (text, column): PlacedCell => ({
        row,
        column,
        rowspan: 1,
        colspan: 1,
        output: text === '' ? { kind: 'empty' } : { kind: 'text', text },
        align: column === 0 && row > 0 ? 'left' : 'center',
        bold: row === 0,
        shaded: false,
        figures: [],
      }),
    ),
  )
  return { columns: heads.length, roles: ['header', ...rows.map(() => 'body' as const)], cells }
}
