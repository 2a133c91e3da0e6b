import type { PlacedCell, RowRole } from '@eduduty/core/documents'
import type { CellStyle } from 'hucre/xlsx'

const LINE = { style: 'thin', color: { rgb: '000000' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
/** Below standard, as clerks know it from the statistics forms: dark enough to survive a photocopy. */
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'A6A6A6' } } as const

const FONTS = {
  title: { name: '黑体', size: 16, bold: true },
  header: { name: '宋体', size: 10.5, bold: true },
  body: { name: '宋体', size: 10.5 },
  note: { name: '宋体', size: 10 },
} as const satisfies Record<RowRole, NonNullable<CellStyle['font']>>

export const fontSizeOf = (role: RowRole): number => FONTS[role].size

/** Look of a cell. Rows of the roles `title` and `note` stand outside the frame. */
export function cellStyle(cell: PlacedCell, role: RowRole): CellStyle {
  const framed = role === 'header' || role === 'body'
  return {
    font: cell.bold ? { ...FONTS[role], bold: true } : FONTS[role],
    alignment: { horizontal: cell.align, vertical: role === 'note' ? 'top' : 'center', wrapText: true },
    ...(framed ? { border: BORDER } : {}),
    ...(cell.shaded ? { fill: SHADE } : {}),
    ...(cell.output.kind === 'number' ? { numFmt: numberFormat(cell.output.decimals) } : {}),
  }
}

const numberFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`)
