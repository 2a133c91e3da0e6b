import type { Expression } from '../../formula/index.ts'
import type { Column } from '../../packs/index.ts'
import { excelOf } from './excel-of.ts'
import type { PacketCells } from './packet-cells.ts'

export interface ColumnStatus {
  readonly known: string
  readonly freed: string
  readonly owed: string
}

export interface StatusWanted {
  readonly column: Column
  readonly cells: PacketCells
  /** Range that holds the words of the column's drop-down. */
  readonly words: string | undefined
  /** Where the column is 适用, as a checked formula. */
  readonly applicable: Expression | undefined
}

/** Formulas that say of one cell of the form: it holds something, it need not, it still has to be filled. */
export function columnStatus({ column, cells, words, applicable }: StatusWanted): ColumnStatus {
  const cell = cells.find(column.id)
  if (cell === undefined) return { known: 'FALSE', freed: 'FALSE', owed: 'FALSE' }
  const applies = applicable && excelOf(cells).truth(applicable.node)
  return {
    known: knownFormula(column, cell.value, words),
    freed: applies?.fails ?? 'FALSE',
    owed: `NOT(OR(${cell.known},${cell.freed}))`,
  }
}

function knownFormula({ type, min, max }: Column, cell: string, words: string | undefined): string {
  switch (type) {
    case 'boolean':
      return `OR(EXACT(${cell},"是"),EXACT(${cell},"否"))`
    case 'code':
      return words === undefined ? `LEN(${cell})>0` : `SUMPRODUCT(--EXACT(${words},${cell}))>0`
    case 'text':
    case 'date':
      return `LEN(${cell})>0`
    case 'integer':
    case 'number':
    case 'year': {
      const limits = [
        type === 'number' ? '' : `${cell}=INT(${cell})`,
        min === undefined ? '' : `${cell}>=${min}`,
        max === undefined ? '' : `${cell}<=${max}`,
      ].filter((limit) => limit !== '')
      return limits.length === 0 ? `ISNUMBER(${cell})` : `IF(ISNUMBER(${cell}),AND(${limits.join(',')}),FALSE)`
    }
  }
}
