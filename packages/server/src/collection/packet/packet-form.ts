import { columnLetters, columnStatus, type PacketCell, type PacketCells } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { Cell, WriteSheet } from 'hucre/xlsx'
import type { TaskPack } from '../packs/task-pack.ts'
import type { Dictionary } from '../template-dictionary.ts'
import { FIRST_ITEM_ROW, packetSheets, quoteSheet, VALUE_COLUMN } from './packet-layout.ts'

/** Columns of the sheet 核算. */
const status = { column: 0, known: 1, freed: 2, owed: 3 } as const

/** Where the columns of a register stand in the vertical form of a packet. */
export function placeCells(register: Register, formSheet: string): PacketCells {
  const form = quoteSheet(formSheet)
  const found = new Map(
    register.columns.map(({ id }, order): [string, PacketCell] => {
      const at = (part: number): string => `${quoteSheet(packetSheets.status)}!$${columnLetters(part)}$${order + 2}`
      const value = `${form}!$${VALUE_COLUMN}$${order + FIRST_ITEM_ROW + 1}`
      return [id, { value, known: at(status.known), freed: at(status.freed), owed: at(status.owed) }]
    }),
  )
  return { register: register.id, find: (column) => found.get(column) }
}

/** Hidden: which cells of the form hold something, need not, or still have to be filled. The checks stand on it. */
export function statusSheet(
  pack: TaskPack,
  register: Register,
  cells: PacketCells,
  dictionary: Dictionary,
): WriteSheet {
  const drawn = new Map<string, Partial<Cell>>()
  for (const [at, text] of ['填报项目', '已填', '不适用', '待填'].entries()) drawn.set(`0,${at}`, { value: text })
  for (const [order, column] of register.columns.entries()) {
    const { applicable } = column
    const { known, freed, owed } = columnStatus({
      column,
      cells,
      words: column.type === 'code' ? dictionary.rangeOf(column) : undefined,
      applicable:
        applicable === undefined
          ? undefined
          : pack.plan().program({ register: register.id }, applicable, 'truth').expression,
    })
    drawn.set(`${order + 1},${status.column}`, { value: column.title })
    drawn.set(`${order + 1},${status.known}`, { formula: known })
    drawn.set(`${order + 1},${status.freed}`, { formula: freed })
    drawn.set(`${order + 1},${status.owed}`, { formula: owed })
  }
  return {
    name: packetSheets.status,
    cells: drawn,
    rows: Array.from({ length: register.columns.length + 1 }, () => [null, null, null, null]),
    hidden: true,
    protection: { sheet: true },
  }
}
