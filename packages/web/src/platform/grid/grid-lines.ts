import type { GridColumn, GridRow } from './grid-model.ts'

/** A line of the table as drawn: a heading of a group, or a row. All are equally high. */
export type GridLine = { readonly key: string } & (
  | { readonly heading: string }
  | { readonly row: GridRow; readonly y: number }
)

export function gridLines(rows: readonly GridRow[]): readonly GridLine[] {
  return rows.flatMap((row, y): readonly GridLine[] => {
    const line = { key: row.id, row, y }
    return row.group === undefined || row.group === rows[y - 1]?.group
      ? [line]
      : [{ key: `heading:${row.group}:${row.id}`, heading: row.group }, line]
  })
}

export interface HeadSpan {
  readonly key: string
  readonly group: string | undefined
  readonly count: number
}

/** Merged headings: neighbours of one group under one heading. Empty when no column has a group. */
export function headSpans(columns: readonly GridColumn[]): readonly HeadSpan[] {
  if (columns.every((column) => column.group === undefined)) return []
  const spans: HeadSpan[] = []
  for (const { id, group } of columns) {
    const last = spans.at(-1)
    if (last !== undefined && last.group === group) spans[spans.length - 1] = { ...last, count: last.count + 1 }
    else spans.push({ key: id, group, count: 1 })
  }
  return spans
}

export interface Drawn {
  readonly first: number
  /** Exclusive. */
  readonly last: number
}

/** Stretches of lines to draw: those in sight, and the line of the active cell wherever it is, so that its field stays. */
export function drawnStretches(inSight: Drawn, active: number): readonly Drawn[] {
  if (active < 0 || (active >= inSight.first && active < inSight.last)) return [inSight]
  const only = { first: active, last: active + 1 }
  return active < inSight.first ? [only, inSight] : [inSight, only]
}
