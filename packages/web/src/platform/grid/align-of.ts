import type { GridColumn } from './grid-model.ts'

/** Numbers stand to the right, years, dates and 是/否 in the middle. */
export function alignOf(column: GridColumn): 'left' | 'right' | 'center' {
  switch (column.kind) {
    case 'integer':
    case 'number':
      return 'right'
    case 'boolean':
    case 'year':
    case 'date':
      return 'center'
    case 'text':
    case 'code':
      return 'left'
  }
}
