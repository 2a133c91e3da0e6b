import type { Column } from '@eduduty/core/packs'

/** What an office prints in the column 单位或取值. */
export function unitText(column: Column): string | null {
  if (column.unit !== undefined) return column.unit
  switch (column.type) {
    case 'boolean':
      return '是/否'
    case 'year':
      return '年'
    case 'code':
      return '选填'
    case 'text':
    case 'integer':
    case 'number':
    case 'date':
      return null
  }
}
