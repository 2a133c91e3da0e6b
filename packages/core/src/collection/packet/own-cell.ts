import type { ColumnSymbol, Node, ScalarSymbol, ValueType } from '../../formula/index.ts'
import type { PacketCell, PacketCells } from './packet-cells.ts'

export interface OwnCell {
  readonly cell: PacketCell
  readonly type: ValueType
  readonly codes: ColumnSymbol['codes']
  /** Under which conditions it holds something. */
  readonly known: readonly string[]
  /** Read through a lookup, a cell that is 不适用 is no cell; read in its own row it is what it holds. */
  readonly isFreed: string
}

const COLUMN = 'column:'

/** The cell of the form that a node reads, when it reads one. */
export function ownCell(node: Node, cells: PacketCells): OwnCell | undefined {
  if (node.kind === 'scalar') return node.shifts.length === 0 ? named(node.symbol, cells) : undefined
  if (node.kind !== 'lookup' || node.filter !== undefined || node.shifts.length > 0) return undefined
  const { rowset, column, applicable } = node.cell
  const cell = rowset.source === 'register' && rowset.id === cells.register ? cells.find(column.id) : undefined
  if (cell === undefined) return undefined
  const open = applicable === undefined ? [] : [`NOT(${cell.freed})`]
  return {
    cell,
    type: column.type,
    codes: column.codes,
    known: [cell.known, ...open],
    isFreed: applicable === undefined ? 'FALSE' : cell.freed,
  }
}

function named({ id, type, codes }: ScalarSymbol, cells: PacketCells): OwnCell | undefined {
  const cell = id.startsWith(COLUMN) ? cells.find(id.slice(COLUMN.length)) : undefined
  return cell && { cell, type, codes, known: [cell.known], isFreed: 'FALSE' }
}
