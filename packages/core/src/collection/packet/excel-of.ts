import { truthIn } from './excel-truth.ts'
import { valueIn } from './excel-value.ts'
import type { Excel, PacketCells } from './packet-cells.ts'

/** What translates formulas into those of a spreadsheet, over the cells of one form. */
export function excelOf(cells: PacketCells): Excel {
  const excel: Excel = {
    cells,
    value: (node) => valueIn(node, excel),
    truth: (node) => truthIn(node, excel),
  }
  return excel
}
