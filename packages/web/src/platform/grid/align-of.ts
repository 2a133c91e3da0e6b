import type { GridColumn } from './grid-model.ts'

/** Numbers stand to the right, everything else to the left: one edge to read along in a column of mixed values. */
export function alignOf(column: GridColumn): 'left' | 'right' {
  switch (column.kind) {
    case 'integer':
    case 'number':
      return 'right'
    case 'boolean':
    case 'year':
    case 'date':
    case 'text':
    case 'code':
      return 'left'
  }
}
