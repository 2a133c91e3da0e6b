import { cellKey, type GridColumn, type GridLayout, type GridRow } from './grid-model.ts'

/** Zero-based place in the grid as it is drawn: line and field. */
export interface Position {
  readonly y: number
  readonly x: number
}

export interface Place {
  readonly row: GridRow
  readonly column: GridColumn
  readonly key: string
}

/** Which cell stands where. Keyboard, ranges and pasting know only lines and fields, not the layout. */
export interface GridShape {
  readonly layout: GridLayout
  readonly height: number
  readonly width: number
  readonly at: (position: Position) => Place | undefined
  readonly find: (key: string) => Position | undefined
}

export function gridShape(columns: readonly GridColumn[], rows: readonly GridRow[], layout: GridLayout): GridShape {
  const lines = new Map(rows.map((row, index) => [row.id, index]))
  const fields = new Map(columns.map((column, index) => [column.id, index]))
  const isForm = layout === 'form'
  return {
    layout,
    height: isForm ? columns.length : rows.length,
    width: isForm ? rows.length : columns.length,
    at: ({ y, x }) => {
      const row = rows[isForm ? x : y]
      const column = columns[isForm ? y : x]
      return row === undefined || column === undefined ? undefined : { row, column, key: cellKey(row.id, column.id) }
    },
    find: (key) => {
      const [row = '', column = ''] = key.split('\t')
      const line = lines.get(row)
      const field = fields.get(column)
      if (line === undefined || field === undefined) return undefined
      return isForm ? { y: field, x: line } : { y: line, x: field }
    },
  }
}
