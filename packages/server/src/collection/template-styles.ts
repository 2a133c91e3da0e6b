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

export const centredStyle: CellStyle = {
  ...fixedStyle,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

/** A4 as wide as the sheet, with the number of each page. */
export const onePageWide = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const
export const pageNumbers = { oddFooter: '&C第 &P 页 共 &N 页' } as const

/** Of a cell to be filled: codes and dates stay the text that was typed. */
export function openStyle(column: Column): CellStyle {
  const format =
    column.type === 'text' || column.type === 'code' || column.type === 'date'
      ? '@'
      : column.type === 'integer' || column.type === 'year'
        ? '0'
        : 'General'
  return {
    numFmt: format,
    protection: { locked: false },
    font: { size: 11, name: '宋体' },
    alignment: { vertical: 'center' },
  }
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
