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
  county,
  table,
  row,
  column,
})

/** What stands in a cell of a register, opened where it is sealed; empty where it is. */
export function plainText(
  { keyring, county }: Pick<SealedRow, 'keyring' | 'county'>,
  from: SideRow,
  role: 'identity' | 'phone',
): string {
  const [stored, source] = [cellOf(from, role), columnOf(from.side, role)]
  if (stored === undefined || source === undefined) return ''
  const guard = guardOf(keyring, from.side.counted.table.register, county)
  return guard === undefined || !stored.includes(':') ? stored : guard.reveal(source, stored)
}

/** A sealed cell of a register, sealed anew for a place of ours; empty where the cell is. */
export function resealed(at: SealedRow, column: SealedColumn, from: SideRow, role: 'identity' | 'phone'): string {
  const text = plainText(at, from, role)
  return text === '' ? '' : seal(at.keyring, placeOf(at, column), text)
}

/** The text again; empty where nothing was. */
export const openedCell = (at: SealedRow, column: SealedColumn, stored: string): string =>
  stored === '' ? '' : open(at.keyring, placeOf(at, column), stored)
