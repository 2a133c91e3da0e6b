import { guardOf } from '../../collection/index.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { open, type SealedPlace, seal } from '../../platform/keys/seal.ts'
import { cellOf, columnOf, type SideRow } from './read-sides.ts'

type SealedColumn = 'id_number' | 'phone' | 'left_number' | 'right_number'

export interface SealedRow {
  readonly keyring: Keyring
  readonly county: string
  readonly table: 'enrolment_findings' | 'enrolment_proposals'
  /** Key of the row. */
  readonly row: string
}

const placeOf = ({ county, table, row }: SealedRow, column: SealedColumn): SealedPlace => ({
  ...{ county, table, row, column },
})

/** A sealed cell of a register, sealed anew for a place of ours; empty where the cell is. */
export function resealed(at: SealedRow, column: SealedColumn, from: SideRow, role: 'identity' | 'phone'): string {
  const [stored, source] = [cellOf(from, role), columnOf(from.side, role)]
  if (stored === undefined || stored === '' || source === undefined) return ''
  const guard = guardOf(at.keyring, from.side.counted.table.register, at.county)
  const text = guard === undefined || !stored.includes(':') ? stored : guard.reveal(source, stored)
  return seal(at.keyring, placeOf(at, column), text)
}

/** The text again; empty where nothing was. */
export const openedCell = (at: SealedRow, column: SealedColumn, stored: string): string =>
  stored === '' ? '' : open(at.keyring, placeOf(at, column), stored)
