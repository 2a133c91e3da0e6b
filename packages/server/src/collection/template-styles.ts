import type { Column } from '@eduduty/core/packs'
import type { CellStyle } from 'hucre/xlsx'

const line = { style: 'thin', color: { rgb: '808080' } } as const
export const border = { top: line, bottom: line, left: line, right: line }
export const headStyle: CellStyle = {
  font: { bold: true, size: 11, name: '宋体' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}
export const titleStyle: CellStyle = {
  font: { bold: true, size: 16, name: '宋体' },
  // Open: this is where the clerk writes the year.
  protection: { locked: false },
  alignment: { horizontal: 'center', vertical: 'center' },
}
export const remarkStyle: CellStyle = {
  font: { size: 10, name: '宋体' },
  alignment: { wrapText: true, vertical: 'top' },
}
export const fixedStyle: CellStyle = {
  font: { size: 11, name: '宋体' },
  alignment: { vertical: 'center', wrapText: true },
  border,
}

/** Of a cell to be filled: codes and dates stay the text that was typed. */
export function openStyle(column: Column): CellStyle {
  const format =
    column.type === 'text' || column.type === 'code' || column.type === 'date'
      ? '@'
      : column.type === 'integer' || column.type === 'year'
        ? '0'
        : 'General'
  return { numFmt: format, protection: { locked: false }, font: { size: 11, name: '宋体' } }
}

/** Headings are locked without a password; everything a clerk needs for filling stays allowed. */
export const openProtection = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
} as const
