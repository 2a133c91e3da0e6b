import type { CellContent, Sheet } from '@eduduty/core/collection'

/** The cells of a sheet as texts; empty where there is none. */
export function textGrid({ rows }: Sheet): readonly (readonly string[])[] {
  return rows.map((row) => Array.from(row, (cell) => (cell === undefined ? '' : textOf(cell.content))))
}

function textOf(content: CellContent): string {
  switch (content.kind) {
    case 'text':
    case 'number':
    case 'error':
      return content.text
    case 'date':
      return content.date
    case 'truth':
      return content.truth ? '是' : '否'
  }
}
